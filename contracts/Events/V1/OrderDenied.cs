namespace Superintel.Contracts.Events.V1;

/// <summary>Execution refused a clearance before anything left. Denied is ours; Rejected is the venue's.</summary>
/// <param name="Code">clearance-expired, clearance-reused, trading-halted, reduce-only, unknown-instrument, no-route, venue-not-compared,
/// venue-silent, position-mismatch, external-order or outcome-unknown.</param>
public sealed record OrderDenied(
    string ClearanceId,
    string DecisionId,
    string PairId,
    string Code,
    string Detail,
    DateTimeOffset OccurredAt) : IDecisionEvent
{
    public string EventId => $"order-denied/{ClearanceId}/{Code}";
}
