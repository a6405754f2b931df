using System.Globalization;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper;

/// <summary>The paper venue's matching engine: one order against one bar.</summary>
public static class PaperMatching
{
    /// <summary>
    /// Fills at the bar's first price at or after the order's arrival: the open when the bar began after it, else the close; the close
    /// where the source has closes only. A bar that ended before the order arrived changes nothing.
    /// </summary>
    /// <returns>The order afterwards and what happened, if anything.</returns>
    public static (PaperOrder Order, BrokerEvent? Happened) Match(
        PaperOrder order,
        ClosedBar bar,
        BarInterval interval,
        DateTimeOffset closedAt,
        PaperModels models)
    {
        if (order.Status != BrokerOrderStatus.Working || closedAt <= order.AcceptedAt) return (order, null);
        if (order.BarsToMiss > 0) return (order with { BarsToMiss = order.BarsToMiss - 1 }, null);
        var day = DateOnly.FromDateTime(closedAt.UtcDateTime.AddTicks(-1));
        if (order.Ticket.TimeInForce == TimeInForce.Day && order.FirstDay is { } first && day > first) return Expire(order, closedAt);

        var tried = order with { FirstDay = order.FirstDay ?? day };
        var quantity = models.Fills.Fill(order.Ticket.ClientOrderId, order.Leaves, order.Ticket.LotSize, bar, closedAt);
        var wholeBarAhead = closedAt - interval.Length >= order.AcceptedAt;
        if (quantity.IsZero || PriceOf(order, bar, wholeBarAhead, models) is not { } price) return (tried, null);
        return Fill(tried, quantity, price, closedAt, models);
    }

    /// <returns>Null: the limit was not reached.</returns>
    private static decimal? PriceOf(PaperOrder order, ClosedBar bar, bool wholeBarAhead, PaperModels models)
    {
        var (ticket, sign) = (order.Ticket, order.Ticket.Side.Sign());
        var market = wholeBarAhead && !bar.CloseOnly ? bar.Open : bar.Close;
        var worse = models.Slippage.Worsen(market, ticket.Side, bar);
        if (ticket.LimitPrice is not { } limit) return worse;
        if (sign * market <= sign * limit) return sign * worse <= sign * limit ? worse : limit;
        var best = ticket.Side == Side.Buy ? bar.Low : bar.High;
        return wholeBarAhead && !bar.CloseOnly && sign * best <= sign * limit ? limit : null;
    }

    private static (PaperOrder, BrokerEvent?) Fill(
        PaperOrder order, Quantity quantity, decimal price, DateTimeOffset at, PaperModels models)
    {
        var ticket = order.Ticket;
        var before = order.Fills.Sum(fill => fill.Quantity.Value).ToString("0.############", CultureInfo.InvariantCulture);
        var time = at.UtcDateTime.ToString("O");
        var execution = "x" + StableId.Of("paper-execution", ticket.Account, ticket.ClientOrderId.Value, time, before);
        var commission = new Money(models.Fees.Commission(price, quantity), ticket.Currency);
        var fill = new BrokerEvent.Filled(ticket.ClientOrderId, at, execution, quantity, price, commission);
        var after = order with { Fills = [.. order.Fills, fill] };
        return (after.Leaves.IsZero ? after with { Status = BrokerOrderStatus.Filled } : after, fill);
    }

    private static (PaperOrder, BrokerEvent?) Expire(PaperOrder order, DateTimeOffset at) => (
        order with { Status = BrokerOrderStatus.Expired },
        new BrokerEvent.Expired(order.Ticket.ClientOrderId, at, "The order's day is over."));
}
