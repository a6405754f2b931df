namespace Superintel.Ingestion.MarketData.Replay;

/// <summary>Where a decision stands and since when, on the wall clock.</summary>
public sealed record DecisionWait(DecisionStage Stage, DateTimeOffset Since);
