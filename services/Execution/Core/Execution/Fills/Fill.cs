using Superintel.Kernel;

namespace Superintel.Execution.Execution.Fills;

/// <summary>
/// One entry of the ledger. Its identity is (<see cref="Venue"/>, <see cref="Account"/>, <see cref="ExecutionId"/>,
/// <see cref="Revision"/>, <see cref="Kind"/>): each is added once and never changed.
/// </summary>
/// <param name="ExecutionId">The same for an execution and all its corrections.</param>
/// <param name="Quantity">Of the execution; zero for a commission's entry and for an execution that was taken back whole.</param>
/// <param name="Price">Per unit, quote currency.</param>
/// <param name="Commission">Positive is a cost; a reversal has what it gives back, below zero.</param>
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
    public FillKind Kind { get; init; } = FillKind.Execution;

    /// <summary>Counts what the venue said of the execution, from 1 where it is told for the first time.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>The venue had not told the cost yet: <see cref="Commission"/> is zero until an entry of its own has it. Of a reversal: what
    /// it takes back had no cost yet.</summary>
    public bool CommissionPending { get; init; }

    /// <summary>What the entry adds to the order's filled quantity, units: below zero for a reversal.</summary>
    public decimal Units => Kind == FillKind.Reversal ? -Quantity.Value : Quantity.Value;

    /// <summary>Units that the venue kept as its fee: the holding there has grown less by them.</summary>
    public decimal FeeQuantity { get; init; }

    /// <summary>Units of this fill that cannot be traded again: the fee in units and what it leaves below a whole lot.</summary>
    public decimal WithheldQuantity { get; init; }

    /// <summary>What the venue's record of the holding moved by, signed units.</summary>
    public decimal Moved => (Side.Sign() * Units) - FeeQuantity;
}
