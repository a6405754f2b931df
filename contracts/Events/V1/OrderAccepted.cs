namespace Superintel.Contracts.Events.V1;

/// <summary>The venue has the order and works it.</summary>
public sealed record OrderAccepted(
    string ClientOrderId,
    string DecisionId,
    string PairId,
    string Venue,
    string VenueOrderId,
    DateTimeOffset OccurredAt) : IDecisionEvent
{
    public string EventId => $"order-accepted/{ClientOrderId}";
}
