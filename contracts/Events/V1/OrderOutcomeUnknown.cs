namespace Superintel.Contracts.Events.V1;

/// <summary>Nobody knows yet whether the venue has the order: it counts as full exposure and blocks the symbol until the venue has been
/// asked.</summary>
public sealed record OrderOutcomeUnknown(
    string ClientOrderId,
    string DecisionId,
    string PairId,
    string Venue,
    string Cause,
    DateTimeOffset OccurredAt) : IDecisionEvent
{
    public string EventId => $"order-outcome-unknown/{ClientOrderId}/{OccurredAt.UtcDateTime:O}";
}
