namespace Superintel.Contracts.Events.V1;

/// <summary>A person said what became of an order that its venue could not tell of.</summary>
/// <param name="Outcome">not-placed, canceled or expired.</param>
/// <param name="By">Who said so.</param>
/// <param name="VenueAnswer">What the venue said when it was asked just before.</param>
public sealed record OrderResolved(
    string ClientOrderId,
    string DecisionId,
    string PairId,
    string Outcome,
    string By,
    string Reason,
    string VenueAnswer,
    DateTimeOffset OccurredAt) : IDecisionEvent
{
    public string EventId => $"order-resolved/{ClientOrderId}/{OccurredAt.UtcDateTime:O}";
}
