using Superintel.Contracts.Events.V1;

namespace Superintel.Ingestion.MarketData.CloseSlice;

/// <summary>What became of a slice.</summary>
/// <param name="Alerts">Quarantined bars that completed a row of failures long enough for an alert.</param>
public sealed record ClosedSlice(
    BarClosed Event, IReadOnlyList<Bar> Good, IReadOnlyList<QuarantinedBar> Quarantined, IReadOnlyList<QuarantinedBar> Alerts);
