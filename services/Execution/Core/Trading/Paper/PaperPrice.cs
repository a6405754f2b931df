using Superintel.Execution.Trading.Paper.Models;
using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper;

/// <summary>At which price an order that may trade does.</summary>
internal static class PaperPrice
{
    /// <summary>The path's first price and what the slippage model adds to it, never beyond the limit; the limit where the path comes to it
    /// later, which is too late for an order that wants it at once.</summary>
    /// <returns>Null: the limit was not reached.</returns>
    public static decimal? Of(PaperOrder order, PricePath path, MarketMoment market, ISlippageModel slippage)
    {
        var (side, sign) = (order.Ticket.Side, order.Ticket.Side.Sign());
        var worse = slippage.Worsen(path.First, side, market);
        if (order.Limit is not { } limit) return worse;
        if (sign * path.First <= sign * limit) return sign * worse <= sign * limit ? worse : limit;
        return !order.IsImmediate && sign * path.Best(side) <= sign * limit ? limit : null;
    }
}
