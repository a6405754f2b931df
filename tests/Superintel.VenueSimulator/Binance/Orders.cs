using System.Text.Json.Nodes;
using Superintel.Kernel;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Binance;

/// <summary>Orders: placed, canceled, asked for.</summary>
internal sealed class Orders(SimExchange exchange)
{
    private int unnamed;

    public Reply Place(Request request, bool test = false)
    {
        if (exchange.Find(request["symbol"]) is not { } instrument) return Reply.Error(-1121, "Invalid symbol.");
        if (Ticket(request) is not { } ticket) return Reply.Error(
            -1102, "A mandatory parameter was not sent, was empty/null, or malformed.");
        if (Filter(ticket, instrument) is { } filter) return Reply.Error(-1013, $"Filter failure: {filter}");
        // A name may be used again once its order is over: so does the exchange.
        if (exchange.Read(e => e.Orders.Any(o => o.IsWorking && o.Ticket.ClientId == ticket.ClientId)))
            return Reply.Error(-2010, "Duplicate order sent.");
        if (Crosses(request, ticket)) return Reply.Error(-2010, "Order would immediately match and take.");
        if (exchange.Read(_ => Short(ticket, instrument))) return Reply.Error(
            -2010, "Account has insufficient balance for requested action.");
        if (test) return Reply.Ok(new JsonObject());
        var order = exchange.Submit(ticket);
        return order.Status == SimOrderStatus.Rejected
            ? Reply.Error(-2010, order.Text)
            : Reply.Ok(Views.Placed(order, exchange.Read(e => e.Fills.Where(f => f.OrderId == order.Id).ToArray())));
    }

    public Reply Cancel(Request request)
    {
        if (Find(request) is not { IsWorking: true } order) return Reply.Error(-2011, "Unknown order sent.");
        return Reply.Ok(Views.Canceled(exchange.Cancel(order.Id)!, $"web_{order.Id}"));
    }

    public Reply CancelAll(Request request)
    {
        var open = exchange.Read(e => e.Orders.Where(o => o.IsWorking && o.Ticket.Symbol == request["symbol"]).ToArray());
        return open.Length == 0
            ? Reply.Error(-2011, "Unknown order sent.")
            : Reply.Ok(new JsonArray([.. open.Select(o => (JsonNode)Views.Canceled(exchange.Cancel(o.Id)!, $"web_{o.Id}"))]));
    }

    public Reply Get(Request request) => Find(request) is { } order
        ? Reply.Ok(Views.Order(order))
        : Reply.Error(-2013, "Order does not exist.");

    public Reply Open(Request request) => Listed(o =>
        o.IsWorking && (request["symbol"].Length == 0 || o.Ticket.Symbol == request["symbol"]));

    public Reply All(Request request) => Listed(o => o.Ticket.Symbol == request["symbol"]
        && o.Status != SimOrderStatus.Rejected && o.CreatedAt.ToUnixTimeMilliseconds() >= (request.Long("startTime") ?? 0));

    public Reply Trades(Request request) => Reply.Ok(exchange.Read(e => new JsonArray([.. e.Fills
        .Where(f => f.Symbol == request["symbol"] && (request.Long("orderId") is not { } id || f.OrderId == id)
            && f.At.ToUnixTimeMilliseconds() >= (request.Long("startTime") ?? 0))
        .Take(request.Limit(500, 1_000)).Select(f => (JsonNode)Views.Trade(f))])));

    private Reply Listed(Func<SimOrder, bool> wanted) =>
        Reply.Ok(exchange.Read(e => new JsonArray([.. e.Orders.Where(wanted).Select(o => (JsonNode)Views.Order(o))])));

    private SimOrder? Find(Request request) => exchange.Read(e =>
    {
        var found = request.Long("orderId") is { } id ? e.Order(id) : e.Order(request["origClientOrderId"]);
        return found is { } known && known.Ticket.Symbol == request["symbol"] && known.Status != SimOrderStatus.Rejected ? known : null;
    });

    private SimTicket? Ticket(Request request)
    {
        SimOrderType? type = request["type"] switch
        {
            "MARKET" => SimOrderType.Market,
            "LIMIT" or "LIMIT_MAKER" => SimOrderType.Limit,
            "STOP_LOSS" => SimOrderType.Stop,
            "STOP_LOSS_LIMIT" => SimOrderType.StopLimit,
            _ => null,
        };
        Side? side = request["side"] switch { "BUY" => Side.Buy, "SELL" => Side.Sell, _ => null };
        if (type is not { } known || side is not { } way || request.Decimal("quantity") is not > 0m) return null;
        var name = request["newClientOrderId"] is { Length: > 0 } given ? given : $"sim-{Interlocked.Increment(ref unnamed)}";
        return new SimTicket(
            name, request["symbol"], way, known, request.Decimal("quantity")!.Value, request.Decimal("price"), request.Decimal("stopPrice"),
            ImmediateOrCancel: known == SimOrderType.Market || request["timeInForce"] is "IOC" or "FOK");
    }

    private static string? Filter(SimTicket ticket, SimInstrument instrument)
    {
        if (ticket.Quantity % instrument.LotSize != 0m || ticket.Quantity < instrument.LotSize) return "LOT_SIZE";
        if ((ticket.LimitPrice ?? 0m) % instrument.TickSize != 0m
            || (ticket.StopPrice ?? 0m) % instrument.TickSize != 0m) return "PRICE_FILTER";
        var notional = (ticket.LimitPrice ?? instrument.OpeningPrice) * ticket.Quantity;
        return instrument.Quote == "USDT" && notional < Markets.MinNotional ? "NOTIONAL" : null;
    }

    private bool Crosses(Request request, SimTicket ticket) => request["type"] == "LIMIT_MAKER" && exchange.Read(e =>
        ticket.Side == Side.Buy ? e.Book(ticket.Symbol).Asks[0].Price <= ticket.LimitPrice
            : e.Book(ticket.Symbol).Bids[0].Price >= ticket.LimitPrice);

    private bool Short(SimTicket ticket, SimInstrument instrument)
    {
        var buying = ticket.Side == Side.Buy;
        var asset = buying ? instrument.Quote : instrument.Base;
        var needed = buying ? ticket.Quantity * (ticket.LimitPrice ?? exchange.Book(ticket.Symbol).Asks[0].Price) : ticket.Quantity;
        return exchange.Account.Balances.GetValueOrDefault(asset) - Balances.Locked(exchange, asset) < needed;
    }
}
