using Superintel.Ingestion.MarketData.CloseSlice;

namespace Superintel.Ingestion.MarketData.Replay;

/// <summary>What one attempt to publish the next slice came to.</summary>
/// <param name="Closed">The slice that went out; null when none did.</param>
/// <param name="Waiting">What is held for, when the state is holding.</param>
/// <param name="GivenUp">What the last slice's answers were still missing when this one went out.</param>
/// <param name="NextAt">When to try again at the latest, on the wall clock; null: when something changes.</param>
public sealed record ReplayStep(
    ReplayState State, ClosedSlice? Closed, IReadOnlyList<Waiting> Waiting, IReadOnlyList<Waiting> GivenUp, DateTimeOffset? NextAt);
