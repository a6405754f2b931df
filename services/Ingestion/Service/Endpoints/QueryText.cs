using Superintel.Ingestion.ReferenceData;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Errors;

namespace Superintel.Ingestion.Service.Endpoints;

/// <summary>Reads what requests say in their query; what is not of the kind is refused with its code.</summary>
internal static class QueryText
{
    private const int LongestSearch = 100;

    /// <exception cref="RefusedRequestException">instrument-id-malformed.</exception>
    public static InstrumentId Instrument(string text) => InstrumentId.TryParse(text, out var id)
        ? id
        : throw new RefusedRequestException("instrument-id-malformed", "An instrument id is SYMBOL.VENUE, for example KO.XNYS.");

    public static InstrumentId? InstrumentOrNone(string? text) => string.IsNullOrEmpty(text) ? null : Instrument(text);

    /// <exception cref="RefusedRequestException">interval-malformed.</exception>
    public static BarInterval Interval(string? text) => BarInterval.TryParse(text ?? "1d", out var interval)
        ? interval
        : throw new RefusedRequestException(
            "interval-malformed", "An interval is a number and m, h or d, for example 5m, 1h, 1d, up to 7d.");

    /// <exception cref="RefusedRequestException">asset-class-unknown.</exception>
    public static AssetClass? AssetClassOrNone(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        return AssetClassCode.TryParse(text, out var assetClass)
            ? assetClass
            : throw new RefusedRequestException("asset-class-unknown", "An asset class is equity, option, future, fx, crypto or index.");
    }

    /// <exception cref="RefusedRequestException">currency-malformed.</exception>
    public static Currency? CurrencyOrNone(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        try
        {
            return new Currency(text);
        }
        catch (FormatException malformed)
        {
            throw new RefusedRequestException("currency-malformed", malformed.Message);
        }
    }

    /// <exception cref="RefusedRequestException">search-malformed.</exception>
    public static string Search(string? text)
    {
        var search = text?.Trim() ?? string.Empty;
        return search.Length <= LongestSearch && !search.Any(char.IsControl)
            ? search
            : throw new RefusedRequestException(
                "search-malformed", $"A search has at most {LongestSearch} characters, none of them control characters.");
    }
}
