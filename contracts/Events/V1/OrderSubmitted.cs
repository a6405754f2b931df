namespace Superintel.Contracts.Events.V1;

/// <summary>An order's intent is stored and it is on its way to the venue.</summary>
/// <param name="OrderType">market, limit, ...</param>
/// <param name="LimitPrice">Null for a market order.</param>
/// <param name="Purpose">entry, exit or unwind.</param>
public sealed record OrderSubmitted(
    string ClientOrderId,
    string DecisionId,
    string ClearanceId,
    string PairId,
    int Leg,
    string Purpose,
    string Venue,
    string Account,
    string InstrumentId,
    string Side,
    decimal Quantity,
    string OrderType,
    decimal? LimitPrice,
    DateTimeOffset OccurredAt) : IDecisionEvent
{
    public string EventId => $"order-submitted/{ClientOrderId}";
}
