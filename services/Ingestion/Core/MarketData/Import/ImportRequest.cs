using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData.Import;

/// <summary>What is asked of an import.</summary>
/// <param name="ContentHash">SHA-256 of the file, lower-case hexadecimal: the same file asked for in the same way is imported once.</param>
/// <param name="Instrument">Whose bars a file without a symbol column holds; null when the file says it.</param>
/// <param name="AssetClass">With <paramref name="Currency"/>: instruments not known yet are listed as such. Null: unknown ones are
/// refused.</param>
/// <param name="Partial">Take the good rows of a file that has bad ones. By default a bad row refuses the file.</param>
public sealed record ImportRequest(
    string ContentHash,
    InstrumentId? Instrument,
    BarInterval Interval,
    AssetClass? AssetClass,
    Currency? Currency,
    bool Partial)
{
    /// <summary>Idempotency key: content and everything that changes what is made of it.</summary>
    public string Key => StableId.Of(
        "import",
        ContentHash,
        Instrument?.ToString() ?? string.Empty,
        Interval.ToString(),
        AssetClass?.ToString() ?? string.Empty,
        Currency?.Code ?? string.Empty,
        Partial ? "partial" : "whole");

    /// <summary>The candidates' source.</summary>
    public string Source => $"import:{ContentHash[..Math.Min(12, ContentHash.Length)]}";
}
