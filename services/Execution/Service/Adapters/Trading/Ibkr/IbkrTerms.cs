using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.Venue.Ibkr.Messages;

namespace Superintel.Execution.Service.Adapters.Trading.Ibkr;

/// <summary>A ticket in TWS's words.</summary>
internal static class IbkrTerms
{
    /// <exception cref="NotSupportedException">A kind of order that this adapter cannot say.</exception>
    public static OrderTerms Of(OrderTicket ticket, string account) => new()
    {
        Action = ticket.Side == Side.Buy ? "BUY" : "SELL",
        Quantity = ticket.Quantity.Value,
        OrderType = ticket.Type switch
        {
            OrderType.Market => "MKT",
            OrderType.Limit => "LMT",
            _ => throw new NotSupportedException($"{ticket.Type} is no order type of this adapter."),
        },
        LimitPrice = ticket.LimitPrice,
        TimeInForce = ticket.TimeInForce switch
        {
            TimeInForce.Day => "DAY",
            TimeInForce.GoodTillCancel => "GTC",
            _ => throw new NotSupportedException($"{ticket.TimeInForce} is no time in force of this adapter."),
        },
        Account = account,
        OrderRef = ticket.ClientOrderId.Value,
    };
}
