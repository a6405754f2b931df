using Superintel.Contracts.Events.V1;
using Superintel.Execution.Trading.Paper.Models;
using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper;

/// <summary>The paper venue's matching engine for bars: one order against one bar.</summary>
public static class PaperMatching
{
    /// <summary>
    /// Fills at the bar's first price at or after the order's arrival: the open when the bar began after it, else the close; the close
    /// where the source has closes only. A bar that ended before the order arrived, or before a quote that filled it, changes nothing.
    /// </summary>
    /// <returns>The order afterwards and what happened, if anything.</returns>
    public static (PaperOrder Order, BrokerEvent? Happened) Match(
        PaperOrder order,
        ClosedBar bar,
        BarInterval interval,
        DateTimeOffset closedAt,
        PaperModels models)
    {
        if (order.Status != BrokerOrderStatus.Working || closedAt <= order.KnowsUntil) return (order, null);
        if (order.BarsToMiss > 0) return (order with { BarsToMiss = order.BarsToMiss - 1 }, null);
        var day = DateOnly.FromDateTime(closedAt.UtcDateTime.AddTicks(-1));
        if (order.IsPast(day)) return order.Expire(closedAt);

        var tried = order with { FirstDay = order.FirstDay ?? day };
        var market = MarketMoment.Of(bar, closedAt);
        var quantity = models.Fills.Fill(order.Ticket.ClientOrderId, order.Leaves, order.Ticket.LotSize, market);
        var wholeBarAhead = closedAt - interval.Length >= order.KnowsUntil;
        if (quantity.IsZero || PriceOf(order, bar, market, wholeBarAhead, models) is not { } price) return (tried, null);
        return tried.Fill(quantity, price, closedAt, models.Fees);
    }

    /// <returns>Null: the limit was not reached.</returns>
    private static decimal? PriceOf(PaperOrder order, ClosedBar bar, MarketMoment moment, bool wholeBarAhead, PaperModels models)
    {
        var (ticket, sign) = (order.Ticket, order.Ticket.Side.Sign());
        var market = wholeBarAhead && !bar.CloseOnly ? bar.Open : bar.Close;
        var worse = models.Slippage.Worsen(market, ticket.Side, moment);
        if (ticket.LimitPrice is not { } limit) return worse;
        if (sign * market <= sign * limit) return sign * worse <= sign * limit ? worse : limit;
        var best = ticket.Side == Side.Buy ? bar.Low : bar.High;
        return wholeBarAhead && !bar.CloseOnly && sign * best <= sign * limit ? limit : null;
    }
}
