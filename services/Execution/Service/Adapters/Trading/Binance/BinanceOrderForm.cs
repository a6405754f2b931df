using Superintel.Execution.Trading;
using Superintel.Venue.Binance.Rules;

namespace Superintel.Execution.Service.Adapters.Trading.Binance;

/// <summary>A ticket as the exchange's order.</summary>
internal static class BinanceOrderForm
{
    /// <returns>Null: the exchange has no such order.</returns>
    public static NewOrder? Of(OrderTicket ticket, string symbol)
    {
        SpotOrderType? type = ticket.Type switch
        {
            OrderType.Market => SpotOrderType.Market,
            OrderType.Limit => SpotOrderType.Limit,
            OrderType.Stop => SpotOrderType.StopLoss,
            OrderType.StopLimit => SpotOrderType.StopLossLimit,
            _ => null, // its trailing stops go by basis points, and it never closes
        };
        SpotTimeInForce? timeInForce = ticket.TimeInForce switch
        {
            TimeInForce.GoodTillCancel => SpotTimeInForce.GoodTillCancel,
            TimeInForce.ImmediateOrCancel => SpotTimeInForce.ImmediateOrCancel,
            _ => null, // there is no day and no date
        };
        // Only orders with a limit have a time in force there.
        if (type is SpotOrderType.Market or SpotOrderType.StopLoss) timeInForce = SpotTimeInForce.GoodTillCancel;
        return type is { } known && timeInForce is { } lasting
            ? new NewOrder(
                symbol, ticket.ClientOrderId.Value, ticket.Side, known, ticket.Quantity.Value,
                known is SpotOrderType.Limit or SpotOrderType.StopLossLimit ? ticket.LimitPrice : null,
                known is SpotOrderType.StopLoss or SpotOrderType.StopLossLimit ? ticket.StopPrice : null,
                lasting)
            : null;
    }
}
