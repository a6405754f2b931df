using System.Text.Json.Nodes;
using Superintel.Kernel;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Binance;

/// <summary>Orders: placed, canceled, asked for.</summary>
internal sealed class Orders(SimExchange exchange)
{
    private readonly OrderReader reader = new(exchange);

    public Reply Place(Request request, bool test = false)
    {
        if (exchange.Find(request["symbol"]) is not { } instrument) return Reply.Error(-1121, "Invalid symbol.");
        var (read, refusal) = reader.Read(request, instrument);
        if (read is not { } ticket) return refusal!;
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

    /// <summary>One canceled, another in its place; with STOP_ON_FAILURE no other without the cancel.</summary>
    public Reply Replace(Request request)
    {
        var names = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["symbol"] = request["symbol"], ["orderId"] = request["cancelOrderId"],
            ["origClientOrderId"] = request["cancelOrigClientOrderId"],
        };
        var canceled = Cancel(request with { Parameters = names });
        var placed = canceled.IsError && request["cancelReplaceMode"] != "ALLOW_FAILURE" ? null : Place(request);
        var data = new JsonObject
        {
            ["cancelResult"] = canceled.IsError ? "FAILURE" : "SUCCESS",
            ["newOrderResult"] = placed is null ? "NOT_ATTEMPTED" : placed.IsError ? "FAILURE" : "SUCCESS",
            ["cancelResponse"] = canceled.Body,
            ["newOrderResponse"] = placed?.Body,
        };
        if (placed is { IsError: false } && !canceled.IsError) return Reply.Ok(data);
        var both = canceled.IsError && placed is null or { IsError: true };
        var failed = both && canceled.IsError
            ? Reply.Error(-2022, "Order cancel-replace failed.")
            : Reply.Error(-2021, "Order cancel-replace partially failed.", 409);
        failed.Body["data"] = data;
        return failed;
    }

    public Reply Get(Request request) => Find(request) is { } order
        ? Reply.Ok(Views.Order(order))
        : Reply.Error(-2013, "Order does not exist.");

    public Reply Open(Request request) => Listed(o =>
        o.IsWorking && (request["symbol"].Length == 0 || o.Ticket.Symbol == request["symbol"]));

    public Reply All(Request request) => Page(request, "orderId", exchange.Read(e => e.Orders
        .Where(o => o.Ticket.Symbol == request["symbol"] && o.Status != SimOrderStatus.Rejected && IsWithin(request, o.CreatedAt))
        .Select(o => (o.Id, View: (JsonNode)Views.Order(o))).ToArray()));

    public Reply Trades(Request request) => Page(request, "fromId", exchange.Read(e => e.Fills
        .Where(f => f.Symbol == request["symbol"] && IsWithin(request, f.At)
            && (request.Long("orderId") is not { } id || f.OrderId == id))
        .Select(f => (f.Id, View: (JsonNode)Views.Trade(f))).ToArray()));

    private static bool IsWithin(Request request, DateTimeOffset at) => at.ToUnixTimeMilliseconds() is var ms
        && ms >= (request.Long("startTime") ?? 0) && ms <= (request.Long("endTime") ?? long.MaxValue);

    // From a number or a time on, the first; without either, the newest.
    private static Reply Page(Request request, string from, IReadOnlyList<(long Id, JsonNode View)> rows)
    {
        var (first, limit) = (request.Long(from), request.Limit(500, 1_000));
        var later = rows.Where(row => first is null || row.Id >= first);
        var taken = first is null && request.Long("startTime") is null ? later.TakeLast(limit) : later.Take(limit);
        return Reply.Ok(new JsonArray([.. taken.Select(row => row.View)]));
    }

    private Reply Listed(Func<SimOrder, bool> wanted) =>
        Reply.Ok(exchange.Read(e => new JsonArray([.. e.Orders.Where(wanted).Select(o => (JsonNode)Views.Order(o))])));

    private SimOrder? Find(Request request) => exchange.Read(e =>
    {
        var found = request.Long("orderId") is { } id ? e.Order(id) : e.Order(request["origClientOrderId"]);
        return found is { } known && known.Ticket.Symbol == request["symbol"] && known.Status != SimOrderStatus.Rejected ? known : null;
    });

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
