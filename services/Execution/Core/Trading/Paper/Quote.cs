using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper;

/// <summary>The best bid and ask of a venue's book at a moment.</summary>
/// <param name="At">When the venue said it, on the fleet's clock.</param>
/// <param name="Bid">Quote currency per unit; without meaning where its size is zero, like the ask.</param>
/// <param name="BidSize">Units that are wanted at the bid, at least zero.</param>
/// <param name="AskSize">Units that are offered at the ask, at least zero.</param>
public sealed record Quote(InstrumentId Instrument, DateTimeOffset At, decimal Bid, decimal BidSize, decimal Ask, decimal AskSize)
{
    // Stores keep microseconds: what is read back is compared with it.
    public DateTimeOffset At { get; } = At.AddTicks(-(At.Ticks % TimeSpan.TicksPerMicrosecond));

    /// <summary>A book that is empty on a side, locked or crossed says nothing about what an order would get.</summary>
    public bool IsTradable => BidSize > 0m && AskSize > 0m && Bid < Ask;

    /// <summary>What an order of this side would take: a buy the ask, a sell the bid.</summary>
    public (decimal Price, decimal Size) Touch(Side side) => side == Side.Buy ? (Ask, AskSize) : (Bid, BidSize);

    /// <summary>What a stop of this side is held against: a buy the bid, a sell the ask, so that a spread that opens triggers nothing.
    /// </summary>
    /// <remarks>Interactive Brokers, TWS Users' Guide, Modify the Stop Trigger Method: Bid/Ask, the default of forex.</remarks>
    public decimal Trigger(Side side) => side == Side.Buy ? Bid : Ask;
}
