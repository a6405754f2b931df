using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.Venue.Ibkr.Messages;
using Superintel.Venue.Ibkr.Session;

namespace Superintel.Execution.Service.Adapters.Trading.Ibkr;

/// <summary>A ticket in TWS's words.</summary>
internal static class IbkrTerms
{
    /// <exception cref="NotSupportedException">A kind of order that this adapter cannot say.</exception>
    public static OrderTerms Of(OrderTicket ticket, Contract contract, string account) => new()
    {
        Action = ticket.Side == Side.Buy ? "BUY" : "SELL",
        Quantity = Contracts(ticket, contract),
        OrderType = ticket.Type switch
        {
            OrderType.Market => "MKT",
            OrderType.Limit => "LMT",
            OrderType.Stop => "STP",
            OrderType.StopLimit => "STP LMT",
            OrderType.TrailingStop => "TRAIL",
            OrderType.MarketOnClose => "MOC",
            OrderType.LimitOnClose => "LOC",
            _ => throw new NotSupportedException($"{ticket.Type} is no order type of this adapter."),
        },
        LimitPrice = ticket.LimitPrice,
        AuxPrice = ticket.Type == OrderType.TrailingStop ? ticket.TrailingAmount : ticket.StopPrice,
        GoodTillDate = ticket.TimeInForce == TimeInForce.GoodTillDate ? End(ticket) : "",
        TimeInForce = ticket.TimeInForce switch
        {
            // The closing auction is of one day: TWS takes nothing else.
            _ when ticket.Type is OrderType.MarketOnClose or OrderType.LimitOnClose => "DAY",
            TimeInForce.Day => "DAY",
            TimeInForce.GoodTillCancel => "GTC",
            TimeInForce.GoodTillDate => "GTD",
            TimeInForce.ImmediateOrCancel => "IOC",
            _ => throw new NotSupportedException($"{ticket.TimeInForce} is no time in force of this adapter."),
        },
        Account = account,
        OrderRef = ticket.ClientOrderId.Value,
    };

    private static decimal Contracts(OrderTicket ticket, Contract contract)
    {
        var contracts = ticket.Quantity.Value / contract.Units;
        return contracts * contract.Units == ticket.Quantity.Value && (contract.Units == 1m || decimal.IsInteger(contracts))
            ? contracts
            : throw new NotSupportedException($"{ticket.Quantity.Value} units are no whole contracts of {contract.Units} units.");
    }

    private static string End(OrderTicket ticket) => ticket.GoodTillDate is { } end
        ? TwsTime.AsRequest(end)
        : throw new NotSupportedException("A good-till-date order needs its date.");
}
