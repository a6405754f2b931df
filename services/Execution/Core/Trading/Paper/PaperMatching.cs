using Superintel.Contracts.Events.V1;
using Superintel.Execution.Trading.Paper.Models;
using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper;

/// <summary>The paper venue's matching engine for bars: one order against one bar.</summary>
public static class PaperMatching
{
    /// <summary>
    /// Fills at the bar's first price at or after the order's arrival: the open when the bar began after it, else the close; the close
    /// where the source has closes only, and for an order at the close. A stop waits for its price first. A bar that ended before the order
    /// arrived, or before what filled or triggered it last, changes nothing.
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
        if (order.IsOverAt(closedAt)) return order.ExpireAtDate();
        if (order.BarsToMiss > 0) return (order with { BarsToMiss = order.BarsToMiss - 1 }, null);
        var day = DateOnly.FromDateTime(closedAt.UtcDateTime.AddTicks(-1));
        if (order.IsPast(day)) return order.Expire(closedAt);
        if (order.IsAtClose && interval.Length < BarInterval.Day.Length)
            return order.Refuse("session-unknown", $"No calendar says which bar of {interval} ends the session.", closedAt);

        var isWhole = !order.IsAtClose && closedAt - interval.Length >= order.KnowsUntil;
        var (tried, live) = (order with { FirstDay = order.FirstDay ?? day }).Meet(PricePath.Of(bar, isWhole), closedAt);
        if (live is not { } path) return (tried, null);
        var market = MarketMoment.Of(bar, closedAt);
        var quantity = models.Fills.Fill(order.Ticket.ClientOrderId, order.Leaves, order.Ticket.LotSize, market);
        if (quantity.IsZero || PaperPrice.Of(tried, path, market, models.Slippage) is not { } price) return (tried, null);
        return tried.Fill(quantity, price, closedAt, models.Fees);
    }
}
