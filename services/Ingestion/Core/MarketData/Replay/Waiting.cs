namespace Superintel.Ingestion.MarketData.Replay;

/// <summary>One thing the replay holds for.</summary>
/// <param name="DecisionId">Empty while the slice itself is not scored.</param>
/// <param name="Stage">scoring, approval, person, or risk-and-execution.</param>
/// <param name="Since">On the wall clock.</param>
/// <param name="Until">When the replay goes on without an answer.</param>
public sealed record Waiting(string DecisionId, string Stage, DateTimeOffset Since, DateTimeOffset Until);
