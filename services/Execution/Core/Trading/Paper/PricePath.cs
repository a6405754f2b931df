using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper;

/// <summary>
/// What is known of the prices that an order met: the first, the lowest, the highest and the last, quote currency. In which order the two
/// in the middle came nobody knows.
/// </summary>
public readonly record struct PricePath(decimal First, decimal Low, decimal High, decimal Last)
{
    /// <summary>One price alone.</summary>
    public static PricePath Of(decimal price) => new(price, price, price, price);

    /// <param name="isWhole">The bar began at or after the order's arrival; otherwise only its close is surely behind it.</param>
    public static PricePath Of(ClosedBar bar, bool isWhole) =>
        isWhole && !bar.CloseOnly ? new(bar.Open, bar.Low, bar.High, bar.Close) : Of(bar.Close);

    /// <summary>The lowest for a buy, the highest for a sell.</summary>
    public decimal Best(Side side) => side == Side.Buy ? Low : High;

    /// <summary>The highest for a buy, the lowest for a sell.</summary>
    public decimal Worst(Side side) => side == Side.Buy ? High : Low;

    /// <summary>What is sure once the path came by a price: that it went from there to its last one.</summary>
    public PricePath From(decimal price) => new(price, Math.Min(price, Last), Math.Max(price, Last), Last);
}
