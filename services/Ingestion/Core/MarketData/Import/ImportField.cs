using System.Globalization;

namespace Superintel.Ingestion.MarketData.Import;

/// <summary>One number of an import's row: a value, a hole, or an error.</summary>
public readonly record struct ImportField(decimal? Value, string? ErrorCode, string Detail)
{
    /// <summary>Larger than any price or volume there is, and small enough to be multiplied.</summary>
    private const decimal Largest = 1_000_000_000_000_000m;

    public static ImportField Price(string text, string name, bool mayBeNegative) => Read(text, name) switch
    {
        { Value: < 0m } when !mayBeNegative => new(null, RowErrorCode.NegativePrice, $"{name} is {text}"),
        { Value: 0m } when !mayBeNegative => new(null, RowErrorCode.ZeroPrice, $"{name} is {text}"),
        var field => field,
    };

    public static ImportField Volume(string text) => Read(text, "volume") switch
    {
        { Value: < 0m } => new(null, RowErrorCode.NegativeVolume, $"volume is {text}"),
        var field => field,
    };

    private static ImportField Read(string text, string name)
    {
        var trimmed = text.Trim();
        if (trimmed is "" or "NA") return new(null, null, string.Empty);
        var read = decimal.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= Largest;
        return read ? new(value, null, string.Empty) : new(null, RowErrorCode.NotANumber, $"{name} is '{Shown(trimmed)}'");
    }

    private static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "...";
}
