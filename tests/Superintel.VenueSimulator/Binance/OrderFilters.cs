using Superintel.Kernel;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Binance;

/// <summary>What the exchange's rules and the account have against an order that can be read.</summary>
internal sealed class OrderFilters(SimExchange exchange)
{
    public const int MostOrders = 200;
    public const int MostStops = 20;
    public const int MostLists = 20;
    public const decimal HighestPrice = 1_000_000m;
    public const decimal LargestQuantity = 9_000m;

    /// <summary>Base asset, held and being bought.</summary>
    public const decimal LargestPosition = 20_000m;
    public const decimal PriceUp = 5m;
    public const decimal PriceDown = 0.2m;
    public const int LeastTrail = 10;
    public const int MostTrail = 2_000;

    /// <summary>The smallest value of an order, in the quote currency.</summary>
    public static decimal LeastValue(SimInstrument instrument) => instrument.Quote == "USDT" ? Markets.MinNotional : 0.0001m;

    /// <returns>Null: it can be taken.</returns>
    public Reply? Refusal(SimTicket ticket, SimInstrument instrument)
    {
        var last = exchange.Read(e => e.Book(ticket.Symbol).Last);
        var filter = Price(ticket, instrument, last) ?? Quantity(ticket, instrument, last)
            ?? exchange.Read(e => Number(e, ticket) ?? Position(e, ticket, instrument));
        if (filter is not null) return Reply.Error(-1013, $"Filter failure: {filter}");
        if (ticket.Shown > ticket.Quantity) return Rejected("IcebergQty exceeds QTY.");
        // A name may be used again once its order is over: so does the exchange.
        if (exchange.Read(e => e.OpenOrders.Any(o => o.Ticket.ClientId == ticket.ClientId)))
            return Rejected("Duplicate order sent.");
        if (Triggers(ticket, last)) return Rejected("Stop price would trigger immediately.");
        if (Crosses(ticket)) return Rejected("Order would immediately match and take.");
        return exchange.Read(e => IsShort(e, ticket, instrument))
            ? Rejected("Account has insufficient balance for requested action.")
            : null;
    }

    private static Reply Rejected(string text) => Reply.Error(-2010, text);

    private static string? Price(SimTicket ticket, SimInstrument instrument, decimal last)
    {
        foreach (var price in new[] { ticket.LimitPrice, ticket.StopPrice })
            if (price is { } given && (given % instrument.TickSize != 0m || given < instrument.TickSize || given > HighestPrice))
                return "PRICE_FILTER";
        if (ticket.LimitPrice is { } limit && (limit > last * PriceUp || limit < last * PriceDown)) return "PERCENT_PRICE_BY_SIDE";
        return ticket.TrailingPoints is > 0m and (< LeastTrail or > MostTrail) ? "TRAILING_DELTA" : null;
    }

    private static string? Quantity(SimTicket ticket, SimInstrument instrument, decimal last)
    {
        var value = ticket.Cost > 0m ? ticket.Cost : (ticket.LimitPrice ?? last) * ticket.Quantity;
        if (ticket.Cost > 0m && (ticket.Quantity == 0m || value < LeastValue(instrument))) return "NOTIONAL";
        if (ticket.Quantity % instrument.LotSize != 0m || ticket.Quantity < instrument.LotSize || ticket.Quantity > LargestQuantity)
            return "LOT_SIZE";
        return value < LeastValue(instrument) ? "NOTIONAL" : null;
    }

    private static string? Number(SimExchange exchange, SimTicket ticket)
    {
        var open = exchange.OpenOrders.Where(o => o.Ticket.Symbol == ticket.Symbol).ToArray();
        if (open.Length >= MostOrders) return "MAX_NUM_ORDERS";
        return IsStop(ticket) && open.Count(o => IsStop(o.Ticket)) >= MostStops ? "MAX_NUM_ALGO_ORDERS" : null;
    }

    private static string? Position(SimExchange exchange, SimTicket ticket, SimInstrument instrument)
    {
        if (ticket.Side != Side.Buy) return null;
        var buying = exchange.OpenOrders
            .Where(o => o.Ticket.Symbol == ticket.Symbol && o.Ticket.Side == Side.Buy).Sum(o => o.Leaves);
        var held = exchange.Account.Balances.GetValueOrDefault(instrument.Base);
        return held + buying + ticket.Quantity > LargestPosition ? "MAX_POSITION" : null;
    }

    private static bool IsStop(SimTicket ticket) => ticket.Type is SimOrderType.Stop or SimOrderType.StopLimit;

    private static bool Triggers(SimTicket ticket, decimal last)
    {
        if (ticket.Waits || ticket.StopPrice is not { } stop || ticket.TrailingPoints > 0m) return false;
        return ticket.Side == Side.Buy != ticket.TakesProfit ? last >= stop : last <= stop;
    }

    private bool Crosses(SimTicket ticket) => ticket is { Word: "LIMIT_MAKER", Waits: false } && exchange.Read(e =>
        ticket.Side == Side.Buy ? e.Book(ticket.Symbol).Asks[0].Price <= ticket.LimitPrice
            : e.Book(ticket.Symbol).Bids[0].Price >= ticket.LimitPrice);

    private static bool IsShort(SimExchange exchange, SimTicket ticket, SimInstrument instrument)
    {
        if (ticket.Waits) return false; // it needs nothing before it works
        var buying = ticket.Side == Side.Buy;
        var asset = buying ? instrument.Quote : instrument.Base;
        var needed = buying ? ticket.Quantity * (ticket.LimitPrice ?? exchange.Book(ticket.Symbol).Asks[0].Price) : ticket.Quantity;
        return exchange.Account.Balances.GetValueOrDefault(asset) - Balances.Locked(exchange, asset) < needed;
    }
}
