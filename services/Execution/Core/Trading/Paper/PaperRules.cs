namespace Superintel.Execution.Trading.Paper;

/// <summary>Which orders the paper venue does not take, and why.</summary>
internal static class PaperRules
{
    /// <param name="isQuoted">The instrument is filled by quotes now.</param>
    /// <returns>Null: it is taken.</returns>
    public static SubmitOutcome.Rejected? Objection(OrderTicket ticket, DateTimeOffset now, bool isQuoted)
    {
        var isAtClose = ticket.Type is OrderType.MarketOnClose or OrderType.LimitOnClose;
        if (ticket.Quantity.IsZero) return new("zero-quantity", "An order needs a quantity above zero.");
        if (isAtClose && ticket.TimeInForce == TimeInForce.ImmediateOrCancel)
            return new("order-type-unsupported", $"The paper venue has no {ticket.Type} {ticket.TimeInForce} orders.");
        if (isAtClose && isQuoted)
            return new("session-unknown", $"{ticket.Instrument} is filled by quotes, and no calendar says when its session closes.");
        return Price(ticket) ?? Date(ticket, now);
    }

    private static SubmitOutcome.Rejected? Price(OrderTicket ticket) => ticket switch
    {
        { Type: OrderType.Limit or OrderType.StopLimit or OrderType.LimitOnClose, LimitPrice: null } =>
            new("limit-price-missing", $"An order of the type {ticket.Type} needs a limit price."),
        { Type: OrderType.Stop or OrderType.StopLimit, StopPrice: null } =>
            new("stop-price-missing", $"An order of the type {ticket.Type} needs a stop price."),
        { Type: OrderType.TrailingStop, TrailingAmount: null } =>
            new("trailing-price-missing", "A trailing stop needs the distance that it keeps."),
        { Type: OrderType.TrailingStop, TrailingAmount: <= 0m } =>
            new("price-invalid", $"{ticket.TrailingAmount} is no distance of a trailing stop."),
        _ => null,
    };

    private static SubmitOutcome.Rejected? Date(OrderTicket ticket, DateTimeOffset now) =>
        ticket.TimeInForce != TimeInForce.GoodTillDate ? null
        : ticket.GoodTillDate is not { } end ? new("date-missing", "A good-till-date order needs its date.")
        : end <= now ? new("date-past", $"The order would have ended at {end.UtcDateTime:O}.")
        : null;
}
