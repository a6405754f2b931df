using System.Globalization;
using Superintel.Kernel;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Binance;

/// <summary>A request's order, or what is wrong with it.</summary>
internal sealed class OrderReader(SimExchange exchange)
{
    private readonly OrderFilters filters = new(exchange);
    private int unnamed;

    /// <summary>A name for who gave none.</summary>
    public string NextName() => string.Create(CultureInfo.InvariantCulture, $"sim-{Interlocked.Increment(ref unnamed)}");

    /// <param name="waits">For another order, so that the market has nothing against it yet.</param>
    /// <returns>The order, or the refusal.</returns>
    public (SimTicket? Ticket, Reply? Refusal) Read(Request request, bool waits = false)
    {
        if (!request.Has("symbol")) return (null, Reply.Lacks("symbol"));
        if (exchange.Find(request["symbol"]) is not { } instrument) return (null, Reply.Error(-1121, "Invalid symbol."));
        if (OrderWords.Objection(request) is { } objection) return (null, objection);
        var ticket = Ticket(request, instrument) with { Waits = waits };
        return filters.Refusal(ticket, instrument) is { } refusal ? (null, refusal) : (ticket, null);
    }

    private SimTicket Ticket(Request request, SimInstrument instrument)
    {
        var (word, force) = (request["type"], request["timeInForce"]);
        var side = request["side"] == "BUY" ? Side.Buy : Side.Sell;
        var cost = request.Decimal("quoteOrderQty");
        return new SimTicket(
            request.Has("newClientOrderId") ? request["newClientOrderId"] : NextName(), instrument.Symbol, side, Kind(word),
            request.Decimal("quantity") ?? Bought(cost!.Value, instrument, side), request.Decimal("price"), request.Decimal("stopPrice"),
            ImmediateOrCancel: word == "MARKET" || force is "IOC" or "FOK")
        {
            FillOrKill = force == "FOK", TakesProfit = word[0] == 'T', Cost = cost ?? 0m, Shown = request.Decimal("icebergQty") ?? 0m,
            TrailingPoints = request.Long("trailingDelta") ?? 0m,
            Word = word is "LIMIT_MAKER" or "TAKE_PROFIT" or "TAKE_PROFIT_LIMIT" ? word : "",
        };
    }

    // A sum to spend or to get becomes as many lots as the book gives for it.
    private decimal Bought(decimal cost, SimInstrument instrument, Side side) => exchange.Read(e =>
    {
        var (quantity, left) = (0m, cost);
        foreach (var level in side == Side.Buy ? e.Book(instrument.Symbol).Asks : e.Book(instrument.Symbol).Bids)
        {
            var taken = Math.Min(level.Quantity, decimal.Floor(left / level.Price / instrument.LotSize) * instrument.LotSize);
            (quantity, left) = (quantity + taken, left - (taken * level.Price));
            if (taken < level.Quantity) break;
        }
        return quantity;
    });

    private static SimOrderType Kind(string word) => word switch
    {
        "MARKET" => SimOrderType.Market,
        "STOP_LOSS" or "TAKE_PROFIT" => SimOrderType.Stop,
        "STOP_LOSS_LIMIT" or "TAKE_PROFIT_LIMIT" => SimOrderType.StopLimit,
        _ => SimOrderType.Limit,
    };
}
