namespace Superintel.Contracts.Events.V1;

/// <summary>Prediction is done with a slice of bars; the replay waits for this and for the decisions it opened.</summary>
/// <param name="PairsScored">Pairs that were given to the models.</param>
/// <param name="PairsSkipped">Pairs left out: a leg is stale, missing or quarantined at this slice.</param>
/// <param name="DecisionIds">Signals that came out of it, in order.</param>
public sealed record SliceScored(
    string Feed,
    string Interval,
    DateTimeOffset OccurredAt,
    int PairsScored,
    int PairsSkipped,
    IReadOnlyList<string> DecisionIds) : IEvent
{
    public string EventId => $"slice-scored/{Feed}/{Interval}/{OccurredAt.UtcDateTime:O}";
}
