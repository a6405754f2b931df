namespace Superintel.Ingestion.MarketData.Import;

/// <summary>Bounds of one CSV import.</summary>
public sealed record ImportLimits
{
    /// <summary>Default 16 MB.</summary>
    public long MaximumBytes { get; init; } = 16L * 1024 * 1024;

    /// <summary>Default 500,000.</summary>
    public int MaximumRows { get; init; } = 500_000;

    /// <summary>Row errors that are listed; the rest is counted. Default 1,000.</summary>
    public int MaximumErrors { get; init; } = 1_000;
}
