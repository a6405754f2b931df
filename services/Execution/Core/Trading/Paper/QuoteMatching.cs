using Superintel.Execution.Trading.Paper.Models;

namespace Superintel.Execution.Trading.Paper;

/// <summary>The paper venue's matching engine for quotes: one order against what stands at the touch.</summary>
public static class QuoteMatching
{
    /// <summary>
    /// A market order takes the touch, a limit order when the touch is within its limit, a stop once its price has come. A quote that is
    /// not newer than the order's arrival and than what filled or triggered it last changes nothing.
    /// </summary>
    /// <param name="quote">A tradable one.</param>
    /// <param name="left">Units of the touch that orders before this one left.</param>
    /// <returns>The order afterwards and what happened, if anything.</returns>
    public static (PaperOrder Order, BrokerEvent? Happened) Match(PaperOrder order, Quote quote, decimal left, PaperModels models)
    {
        if (!IsInTime(order, quote, models.Latency)) return (order, null);
        if (order.IsOverAt(quote.At)) return order.ExpireAtDate();
        var day = DateOnly.FromDateTime(quote.At.UtcDateTime);
        if (order.IsPast(day)) return order.Expire(quote.At);
        if (order.IsAtClose) return order.Refuse("session-unknown", "No calendar says when a session of quotes closes.", quote.At);

        var ticket = order.Ticket;
        var (tried, live) = (order with { FirstDay = order.FirstDay ?? day }).Meet(PricePath.Of(quote.Trigger(ticket.Side)), quote.At);
        var (touch, market) = (PricePath.Of(quote.Touch(ticket.Side).Price), MarketMoment.Of(quote, ticket.Side));
        if (live is null || PaperPrice.Of(tried, touch, market, models.Slippage) is not { } price) return (tried, null);
        var most = Lots.Floor(left, ticket.LotSize, order.Leaves);
        if (most.IsZero) return (tried, null);
        var quantity = models.Fills.Fill(ticket.ClientOrderId, most, ticket.LotSize, market);
        return quantity.IsZero ? (tried, null) : tried.Fill(quantity, price, quote.At, models.Fees);
    }

    /// <summary>Whether the order had arrived when the venue said the quote.</summary>
    public static bool IsInTime(PaperOrder order, Quote quote, ILatencyModel latency) =>
        order.Status == BrokerOrderStatus.Working && quote.At > order.KnowsUntil
        && quote.At > order.AcceptedAt + latency.Delay(order.Ticket.ClientOrderId);
}
