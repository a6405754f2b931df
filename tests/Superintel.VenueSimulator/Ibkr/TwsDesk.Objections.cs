using Superintel.Venue.Ibkr.Messages;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Ibkr;

// What TWS has against an order before it goes to the market.
internal sealed partial class TwsDesk
{
    private const decimal MarginOfStock = 4m;
    private const decimal MarginOfCash = 30m;
    private static readonly HashSet<string> Forces = new(StringComparer.Ordinal) { "", "DAY", "GTC", "IOC", "FOK", "GTD", "OPG", "DTC" };

    private (int Code, string Text)? Objection(TwsOrder order, TwsOrder? known)
    {
        if (known is null && order.OrderId < NextId(order.ClientId)) return (103, "Duplicate order id");
        if (known is { IsOver: true }) return (104, "Cannot modify a filled order.");
        var listed = TwsListing.Matching(order.Contract);
        if (listed.Count != 1) return (200, "No security definition has been found for the request");
        var terms = order.Terms;
        if (terms.Quantity <= 0m) return (434, "The order size cannot be zero.");
        if (terms.Account != Account) return (321, "Error validating request:-'bG' : cause - Invalid account code");
        if (terms.Action is not ("BUY" or "SELL" or "SSHORT")) return (321, "Error validating request:-'bG' : cause - Invalid side");
        if (!Forces.Contains(terms.TimeInForce)) return (10052, $"Invalid time in force:{terms.TimeInForce}");
        if (terms.ParentId != 0 && !orders.Values.Any(o => o.ClientId == order.ClientId && o.OrderId == terms.ParentId))
            return (135, $"Can't find order with ID ={terms.ParentId}");
        if (!TwsTerms.IsTimed(terms))
            return (337, "The date, time, or time-zone entered is invalid. Correct format is 'yyyymmdd hh:mm:ss xxx'.");
        var ticket = TwsTerms.Ticket(order, listed[0].Instrument.Symbol, 1m, terms.Quantity);
        if (ticket is null) return (387, "Unsupported order type for this exchange and security type.");
        var offTick = (terms.LimitPrice ?? 0m) % listed[0].Instrument.TickSize != 0m;
        return offTick ? (110, "The price does not conform to the minimum price variation for this contract.") : Short(order, listed[0]);
    }

    /// <summary>What is held is worth so many times its margin.</summary>
    public static decimal MarginOf(Contract contract) => contract.SecurityType == "CASH" ? MarginOfCash : MarginOfStock;

    // An order that alone would need more margin than the account is worth.
    private (int Code, string Text)? Short(TwsOrder order, TwsListing listing)
    {
        var price = order.Terms.LimitPrice ?? Exchange.Read(e => e.Book(listing.Instrument.Symbol).Last);
        var margin = order.Terms.Quantity * price / MarginOf(listing.Contract);
        var equity = TwsPaper.Worth(Exchange)["NetLiquidation"];
        return margin > equity
            ? (201, "Order rejected - reason:YOUR ORDER IS NOT ACCEPTED. IN ORDER TO OBTAIN THE DESIRED POSITION YOUR EQUITY "
                + FormattableString.Invariant($"WITH LOAN VALUE [{equity:0.00} USD] MUST EXCEED THE INITIAL MARGIN [{margin:0.00} USD]"))
            : null;
    }
}
