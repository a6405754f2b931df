namespace Superintel.Contracts.Events.V1;

/// <summary>An order is over.</summary>
/// <param name="Status">filled, canceled, rejected or expired.</param>
/// <param name="AveragePrice">Per unit, quote currency; null when nothing was filled.</param>
public sealed record OrderClosed(
    string ClientOrderId,
    string DecisionId,
    string PairId,
    string Status,
    decimal CumulativeQuantity,
    decimal? AveragePrice,
    DateTimeOffset OccurredAt) : IDecisionEvent
{
    public string EventId => $"order-closed/{ClientOrderId}";
}
