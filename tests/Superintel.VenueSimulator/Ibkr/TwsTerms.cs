using Superintel.Kernel;
using Superintel.Venue.Ibkr.Messages;
using Superintel.Venue.Ibkr.Session;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Ibkr;

/// <summary>An order in TWS's words and in the matching engine's.</summary>
internal static class TwsTerms
{
    /// <returns>Null: a kind of order that this venue does not have.</returns>
    public static SimTicket? Ticket(TwsOrder order, string symbol, decimal last, decimal quantity)
    {
        var terms = order.Terms;
        SimOrderType? type = terms.OrderType switch
        {
            "MKT" => SimOrderType.Market,
            "LMT" => SimOrderType.Limit,
            "STP" => SimOrderType.Stop,
            "STP LMT" => SimOrderType.StopLimit,
            "TRAIL" => SimOrderType.TrailingStop,
            "MOC" => SimOrderType.MarketOnClose,
            "LOC" => SimOrderType.LimitOnClose,
            _ => null,
        };
        if (type is null) return null;
        var trails = type == SimOrderType.TrailingStop;
        return new SimTicket(
            $"{order.ClientId}-{order.OrderId}",
            symbol,
            terms.Action == "BUY" ? Side.Buy : Side.Sell,
            type.Value,
            quantity,
            type is SimOrderType.Limit or SimOrderType.StopLimit or SimOrderType.LimitOnClose ? terms.LimitPrice : null,
            trails ? terms.TrailStopPrice : type is SimOrderType.Stop or SimOrderType.StopLimit ? terms.AuxPrice : null,
            trails ? terms.AuxPrice ?? (terms.TrailingPercent * last / 100m) : null,
            terms.TimeInForce is "IOC" or "FOK",
            GoodTill(terms)) { FillOrKill = terms.TimeInForce == "FOK" };
    }

    public static string Status(TwsOrder order, SimOrder? sim) => sim switch
    {
        null when order.IsRefused => "Inactive",
        null when order.IsOver => "Cancelled",
        null => "PreSubmitted",
        { Status: SimOrderStatus.Filled } => "Filled",
        { Status: SimOrderStatus.Canceled or SimOrderStatus.Expired } => "Cancelled",
        { Status: SimOrderStatus.Rejected } => "Inactive",
        { IsTriggered: false } => "PreSubmitted",
        { Ticket.Type: SimOrderType.MarketOnClose or SimOrderType.LimitOnClose } => "PreSubmitted",
        _ => "Submitted",
    };

    /// <summary>Its end can be read, if it has one.</summary>
    public static bool IsTimed(OrderTerms terms) => terms.TimeInForce != "GTD" || GoodTill(terms) is not null;

    private static DateTimeOffset? GoodTill(OrderTerms terms) => terms.TimeInForce == "GTD"
        && TwsTime.TryParse(terms.GoodTillDate.Replace('-', ' '), TimeZoneInfo.Utc, out var end)
            ? end
            : null;
}
