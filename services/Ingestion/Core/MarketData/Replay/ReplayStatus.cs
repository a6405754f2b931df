namespace Superintel.Ingestion.MarketData.Replay;

/// <summary>How a replay stands.</summary>
/// <param name="Position">Close of the last slice that went out; null before the first.</param>
/// <param name="From">Close of the first slice there is; null when there is none.</param>
/// <param name="To">Close of the last one.</param>
/// <param name="Published">Slices that went out.</param>
/// <param name="Remaining">Slices still to go.</param>
/// <param name="WaitingFor">What the next one is held for.</param>
public sealed record ReplayStatus(
    ReplayState State,
    double SlicesPerSecond,
    DateTimeOffset? Position,
    DateTimeOffset? From,
    DateTimeOffset? To,
    long Published,
    int Remaining,
    IReadOnlyList<Waiting> WaitingFor);
