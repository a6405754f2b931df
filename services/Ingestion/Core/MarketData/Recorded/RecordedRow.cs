namespace Superintel.Ingestion.MarketData.Recorded;

/// <summary>One row of a recorded file.</summary>
public sealed record RecordedRow(DateTimeOffset ClosedAt, IReadOnlyList<BarCandidate> Bars);
