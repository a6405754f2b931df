using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData.Gate;

/// <summary>What the gate knows besides the bar itself.</summary>
/// <param name="Now">The time a bar may not be later than.</param>
/// <param name="Track">What came before in this series.</param>
/// <param name="Stored">What is already stored at this place; null when nothing is.</param>
/// <param name="OtherSources">The same bar as other sources give it.</param>
/// <param name="FinerBars">Stored bars of shorter intervals inside this one, oldest first; empty when there are none.</param>
public sealed record GateContext(
    DateTimeOffset Now,
    AssetClass AssetClass,
    Arrival Arrival,
    BarTrack Track,
    Bar? Stored,
    IReadOnlyList<BarCandidate> OtherSources,
    IReadOnlyList<Bar> FinerBars,
    GateLimits Limits);
