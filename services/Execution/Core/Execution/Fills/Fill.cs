using Superintel.Kernel;

namespace Superintel.Execution.Execution.Fills;

/// <summary>One execution in the ledger. Its identity is (<see cref="Venue"/>, <see cref="Account"/>, <see cref="ExecutionId"/>).</summary>
/// <param name="Price">Per unit, quote currency.</param>
/// <param name="Commission">Positive is a cost.</param>
/// <param name="Currency">Quote currency.</param>
/// <param name="CumulativeQuantity">Of the order when this was recorded, this fill included, units (FIX tag 14).</param>
/// <param name="LeavesQuantity">Open after it, units (FIX tag 151).</param>
/// <param name="Slippage">Cost against the order's reference price, quote currency in total, positive is worse.</param>
public sealed record Fill(
    string Venue,
    string Account,
    string ExecutionId,
    ClientOrderId ClientOrderId,
    DecisionId DecisionId,
    PairId PairId,
    int Leg,
    InstrumentId Instrument,
    Side Side,
    Quantity Quantity,
    decimal Price,
    Money Commission,
    decimal Slippage,
    Currency Currency,
    decimal CumulativeQuantity,
    decimal LeavesQuantity,
    DateTimeOffset At)
{
    /// <summary>Units that the venue kept as its fee: the holding there has grown less by them.</summary>
    public decimal FeeQuantity { get; init; }

    /// <summary>Units of this fill that cannot be traded again: the fee in units and what it leaves below a whole lot.</summary>
    public decimal WithheldQuantity { get; init; }

    /// <summary>What the venue's record of the holding moved by, signed units.</summary>
    public decimal Moved => (Side.Sign() * Quantity.Value) - FeeQuantity;
}
