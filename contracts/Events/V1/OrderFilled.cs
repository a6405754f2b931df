namespace Superintel.Contracts.Events.V1;

/// <summary>One execution. Applied exactly once per (venue, account, execution id); what the venue says of it later is a
/// <see cref="FillCorrected"/> or a <see cref="CommissionBooked"/>.</summary>
/// <param name="Quantity">Of this execution, units.</param>
/// <param name="Price">Per unit, quote currency.</param>
/// <param name="Commission">Positive is a cost, in <paramref name="CommissionCurrency"/>.</param>
/// <param name="Slippage">Cost against the reference price, quote currency in total, positive is worse.</param>
/// <param name="CumulativeQuantity">Filled so far, this execution included (FIX tag 14).</param>
/// <param name="LeavesQuantity">Still open (FIX tag 151).</param>
/// <param name="FeeQuantity">Units of the instrument that the venue kept as its fee; they are <paramref name="Commission"/>, told in the
/// instrument's own units.</param>
/// <param name="WithheldQuantity">Units by which the position moves less than <paramref name="Quantity"/> says: the fee in units, and what
/// it leaves below a whole lot. Zero unless a fee was kept in units, then at times less than the fee: an earlier execution's dust paid
/// it.</param>
/// <param name="Revision">1, or more when a correction was heard before what it corrects.</param>
/// <param name="CommissionPending">The venue has not told the commission yet: it is zero here, and a <see cref="CommissionBooked"/> follows
/// with it.</param>
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
    DateTimeOffset OccurredAt,
    decimal FeeQuantity = 0m,
    decimal WithheldQuantity = 0m,
    int Revision = 1,
    bool CommissionPending = false) : IDecisionEvent
{
    public string EventId => $"order-filled/{Venue}/{Account}/{ExecutionId}";
}
