using System.Globalization;
using Superintel.Kernel;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Binance;

/// <summary>A request's order, or what is wrong with it.</summary>
internal sealed class OrderReader(SimExchange exchange)
{
    private int unnamed;

    /// <summary>The order types that the exchange's rules tell.</summary>
    public static IReadOnlyList<string> Types { get; } =
        ["LIMIT", "LIMIT_MAKER", "MARKET", "STOP_LOSS", "STOP_LOSS_LIMIT", "TAKE_PROFIT", "TAKE_PROFIT_LIMIT"];

    /// <param name="instrument">What the request's symbol names.</param>
    /// <returns>The order, or the refusal.</returns>
    public (SimTicket? Ticket, Reply? Refusal) Read(Request request, SimInstrument instrument)
    {
        var word = request["type"];
        if (!Types.Contains(word, StringComparer.Ordinal)) return Refuse(-1116, "Invalid orderType.");
        Side? side = request["side"] switch { "BUY" => Side.Buy, "SELL" => Side.Sell, _ => null };
        if (side is not { } way) return Refuse(-1117, "Invalid side.");
        var (priced, stops) = (word.Contains("LIMIT", StringComparison.Ordinal), word[0] == 'S' || word[0] == 'T');
        var force = request["timeInForce"];
        if (priced && word != "LIMIT_MAKER" && force is not ("GTC" or "IOC" or "FOK")) return Lacks("timeInForce");
        if (priced && request.Decimal("price") is not > 0m) return Lacks("price");
        if (stops && request.Decimal("stopPrice") is not > 0m) return Lacks("stopPrice");
        var quantity = request.Decimal("quantity") ?? (word == "MARKET" ? Bought(request, instrument, way) : null);
        if (quantity is not > 0m) return Lacks("quantity");
        var name = request["newClientOrderId"] is { Length: > 0 } given
            ? given
            : string.Create(CultureInfo.InvariantCulture, $"sim-{Interlocked.Increment(ref unnamed)}");
        var ticket = new SimTicket(
            name, instrument.Symbol, way, Kind(word), quantity.Value, priced ? request.Decimal("price") : null,
            stops ? request.Decimal("stopPrice") : null, ImmediateOrCancel: word == "MARKET" || force is "IOC" or "FOK")
        {
            FillOrKill = priced && force == "FOK", TakesProfit = word[0] == 'T',
            Word = word is "LIMIT_MAKER" or "TAKE_PROFIT" or "TAKE_PROFIT_LIMIT" ? word : "",
        };
        return stops && Triggers(ticket) ? Refuse(-2010, "Stop price would trigger immediately.") : (ticket, null);
    }

    // A sum to spend or to get becomes as many lots as the book gives for it.
    private decimal? Bought(Request request, SimInstrument instrument, Side side) => exchange.Read(e =>
    {
        if (request.Decimal("quoteOrderQty") is not { } left) return (decimal?)null;
        var quantity = 0m;
        foreach (var level in side == Side.Buy ? e.Book(instrument.Symbol).Asks : e.Book(instrument.Symbol).Bids)
        {
            var taken = Math.Min(level.Quantity, decimal.Floor(left / level.Price / instrument.LotSize) * instrument.LotSize);
            (quantity, left) = (quantity + taken, left - (taken * level.Price));
            if (taken < level.Quantity) break;
        }
        return quantity;
    });

    private bool Triggers(SimTicket ticket) => exchange.Read(e =>
        ticket.Side == Side.Buy != ticket.TakesProfit
            ? e.Book(ticket.Symbol).Last >= ticket.StopPrice
            : e.Book(ticket.Symbol).Last <= ticket.StopPrice);

    private static SimOrderType Kind(string word) => word switch
    {
        "MARKET" => SimOrderType.Market,
        "STOP_LOSS" or "TAKE_PROFIT" => SimOrderType.Stop,
        "STOP_LOSS_LIMIT" or "TAKE_PROFIT_LIMIT" => SimOrderType.StopLimit,
        _ => SimOrderType.Limit,
    };

    private static (SimTicket? Ticket, Reply? Refusal) Lacks(string name) =>
        Refuse(-1102, $"Mandatory parameter '{name}' was not sent, was empty/null, or malformed.");

    private static (SimTicket? Ticket, Reply? Refusal) Refuse(int code, string text) => (null, Reply.Error(code, text));
}
