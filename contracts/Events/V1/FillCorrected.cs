namespace Superintel.Contracts.Events.V1;

/// <summary>
/// The venue corrected an execution: what it said before is reversed and this stands instead. Applied exactly once per (venue, account,
/// execution id, revision); a revision below one that was applied changes nothing.
/// </summary>
/// <param name="Revision">Above <paramref name="ReplacedRevision"/>.</param>
/// <param name="Quantity">Of this execution, units; zero: the venue took it back.</param>
/// <param name="Price">Per unit, quote currency.</param>
/// <param name="Commission">Positive is a cost; null: not told yet, a <see cref="CommissionBooked"/> of this revision follows with
/// it.</param>
/// <param name="Slippage">Cost against the reference price, quote currency in total, positive is worse.</param>
/// <param name="FeeQuantity">Units of the instrument that the venue kept as its fee.</param>
/// <param name="WithheldQuantity">Units by which the position moves less than <paramref name="Quantity"/> says.</param>
/// <param name="ReplacedQuantity">What stood, units.</param>
/// <param name="ReplacedPrice">What stood, per unit, quote currency.</param>
/// <param name="ReplacedCommission">What was booked as its cost.</param>
/// <param name="OrderStatus">Of the order afterwards, as OrderClosed names it, or accepted, partiallyfilled or pendingcancel.</param>
/// <param name="CumulativeQuantity">Filled after the correction, units.</param>
/// <param name="LeavesQuantity">Still open after it, units.</param>
public sealed record FillCorrected(
    string Venue,
    string Account,
    string ExecutionId,
    int Revision,
    string ClientOrderId,
    string DecisionId,
    string PairId,
    int Leg,
    string InstrumentId,
    string Side,
    decimal Quantity,
    decimal Price,
    string Currency,
    decimal? Commission,
    string CommissionCurrency,
    decimal Slippage,
    decimal FeeQuantity,
    decimal WithheldQuantity,
    int ReplacedRevision,
    decimal ReplacedQuantity,
    decimal ReplacedPrice,
    decimal ReplacedCommission,
    string ReplacedCommissionCurrency,
    string OrderStatus,
    decimal CumulativeQuantity,
    decimal LeavesQuantity,
    DateTimeOffset OccurredAt) : IDecisionEvent
{
    public string EventId => $"fill-corrected/{Venue}/{Account}/{ExecutionId}/{Revision}";
}
