using Superintel.Execution.Trading.Paper.Models;
using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper;

/// <summary>The paper venue's matching engine for quotes: one order against what stands at the touch.</summary>
public static class QuoteMatching
{
    /// <summary>
    /// A market order takes the touch, a limit order when the touch is within its limit. A quote that is not newer than the order's arrival
    /// and than the last one it was held against changes nothing.
    /// </summary>
    /// <param name="quote">A tradable one.</param>
    /// <param name="left">Units of the touch that orders before this one left.</param>
    /// <returns>The order afterwards and what happened, if anything.</returns>
    public static (PaperOrder Order, BrokerEvent? Happened) Match(PaperOrder order, Quote quote, decimal left, PaperModels models)
    {
        if (!IsInTime(order, quote, models.Latency)) return (order, null);
        var day = DateOnly.FromDateTime(quote.At.UtcDateTime);
        if (order.IsPast(day)) return order.Expire(quote.At);

        var tried = order with { FirstDay = order.FirstDay ?? day };
        var ticket = order.Ticket;
        var market = MarketMoment.Of(quote, ticket.Side);
        if (PriceOf(ticket, quote, market, models.Slippage) is not { } price) return (tried, null);
        var most = Lots.Floor(left, ticket.LotSize, order.Leaves);
        if (most.IsZero) return (tried, null);
        var quantity = models.Fills.Fill(ticket.ClientOrderId, most, ticket.LotSize, market);
        return quantity.IsZero ? (tried, null) : tried.Fill(quantity, price, quote.At, models.Fees);
    }

    /// <summary>Whether the order had arrived when the venue said the quote.</summary>
    public static bool IsInTime(PaperOrder order, Quote quote, ILatencyModel latency) =>
        order.Status == BrokerOrderStatus.Working && quote.At > order.KnowsUntil
        && quote.At > order.AcceptedAt + latency.Delay(order.Ticket.ClientOrderId);

    /// <returns>Null: the touch is beyond the limit.</returns>
    private static decimal? PriceOf(OrderTicket ticket, Quote quote, MarketMoment market, ISlippageModel slippage)
    {
        var (sign, touch) = (ticket.Side.Sign(), quote.Touch(ticket.Side).Price);
        var worse = slippage.Worsen(touch, ticket.Side, market);
        if (ticket.LimitPrice is not { } limit) return worse;
        if (sign * touch > sign * limit) return null;
        return sign * worse <= sign * limit ? worse : limit;
    }
}
