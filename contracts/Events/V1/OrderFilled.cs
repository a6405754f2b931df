namespace Superintel.Contracts.Events.V1;

/// <summary>One execution. Applied exactly once per (venue, account, execution id).</summary>
/// <param name="Quantity">Of this execution, units.</param>
/// <param name="Price">Per unit, quote currency.</param>
/// <param name="Commission">Positive is a cost, in <paramref name="CommissionCurrency"/>.</param>
/// <param name="Slippage">Cost against the reference price, quote currency in total, positive is worse.</param>
/// <param name="CumulativeQuantity">Filled so far, this execution included (FIX tag 14).</param>
/// <param name="LeavesQuantity">Still open (FIX tag 151).</param>
public sealed record OrderFilled(
    string Venue,
    string Account,
    string ExecutionId,
    string ClientOrderId,
    string DecisionId,
    string PairId,
    int Leg,
    string InstrumentId,
    string Side,
    decimal Quantity,
    decimal Price,
    string Currency,
    decimal Commission,
    string CommissionCurrency,
    decimal Slippage,
    decimal CumulativeQuantity,
    decimal LeavesQuantity,
    DateTimeOffset OccurredAt) : IDecisionEvent
{
    public string EventId => $"order-filled/{Venue}/{Account}/{ExecutionId}";
}
