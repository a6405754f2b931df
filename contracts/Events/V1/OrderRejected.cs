namespace Superintel.Contracts.Events.V1;

/// <summary>The venue refused the order, with proof.</summary>
public sealed record OrderRejected(
    string ClientOrderId,
    string DecisionId,
    string PairId,
    string Venue,
    string Code,
    string Text,
    DateTimeOffset OccurredAt) : IDecisionEvent
{
    public string EventId => $"order-rejected/{ClientOrderId}";
}
