using System.Text.Json.Nodes;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Binance;

/// <summary>Every call by method and path, the same for REST and the WebSocket API.</summary>
internal sealed class Api(
    SimExchange exchange, Keyring keyring, MarketData market, FuturesData futures, Orders orders, OrderLists lists, ListenKeys keys,
    RateLimits limits, VenueClock clock, FaultPlan faults)
{
    private const string Root = "/api/v3/";
    private const string Streams = "userDataStream";
    private readonly OrderReads reads = new(exchange, clock);
    private readonly Wallet wallet = new(exchange);

    public Reply Answer(string method, string path, Request request)
    {
        // Futures that are margined in USD: public data alone, of the same markets.
        if (method == "GET" && futures.Answer(path, request) is { } shared) return shared;
        if (path == "/sapi/v1/system/status") return Reply.Ok(new JsonObject { ["status"] = 0, ["msg"] = "normal" });
        if (path.StartsWith("/sapi/", StringComparison.Ordinal))
            return keyring.Objection(request) ?? wallet.Answer(method, path, request) ?? NotFound;
        if (!path.StartsWith(Root, StringComparison.Ordinal)) return NotFound;
        var name = path[Root.Length..];
        if (method == "GET" && market.Answer(name, request) is { } data) return data;
        if (name == Streams && method is ("POST" or "PUT" or "DELETE")) return keys.Answer(method, request);
        return Signed(method, name, request) is { } answer ? keyring.Objection(request) ?? answer() : NotFound;
    }

    private static Reply NotFound => Reply.Error(-1000, "Path not found.", 404);

    private Func<Reply>? Signed(string method, string name, Request request) => (method, name) switch
    {
        ("POST", "order") => () => Counted(orders.Place(request)),
        ("POST", "order/cancelReplace") => () => Counted(orders.Replace(request)),
        ("POST", "order/test") => () => orders.Place(request, test: true),
        ("PUT", "order/amend/keepPriority") => () => orders.Amend(request),
        ("DELETE", "order") => () => orders.Cancel(request),
        ("DELETE", "openOrders") => () => orders.CancelAll(request),
        ("POST", "order/oco") => () => Listed(lists.Place(name, request)),
        ("POST", "orderList/oco" or "orderList/oto" or "orderList/otoco") =>
            () => Listed(lists.Place(name["orderList/".Length..], request)),
        ("DELETE", "orderList") => () => lists.Cancel(request),
        ("GET", _) => Read(name, request),
        _ => null,
    };

    private Func<Reply>? Read(string name, Request request) => name switch
    {
        "order" => () => reads.Get(request),
        "openOrders" => () => reads.Open(request),
        "allOrders" => () => reads.All(request),
        "myTrades" => () => reads.Trades(request),
        "orderList" => () => lists.Get(request),
        "openOrderList" => lists.Open,
        "allOrderList" => () => lists.All(request),
        "account" => () => Reply.Ok(Account(request)),
        "account/commission" => () => market.OfSymbol(request, symbol => Wallet.Rates(exchange, symbol)),
        "rateLimit/order" => () => Reply.Ok(limits.Told(weights: false, orders: true)),
        // One account alone is here: it never met itself, and nothing was ever allocated to it.
        "myPreventedMatches" or "myAllocations" => () => market.OfSymbol(request, _ => new JsonArray()),
        _ => null,
    };

    private Reply Counted(Reply reply)
    {
        var placed = reply.IsError ? reply.Body["data"]?["newOrderResponse"] : reply.Body["newOrderResponse"] ?? reply.Body;
        if (placed?["orderId"] is { } id) Waits((long)id);
        return reply;
    }

    private Reply Listed(Reply reply)
    {
        foreach (var order in reply.Body["orders"] as JsonArray ?? []) Waits((long)order!["orderId"]!);
        return reply;
    }

    private void Waits(long id)
    {
        if (exchange.Read(e => e.Order(id)) is { Filled: 0m }) limits.Waits(id);
    }

    private JsonObject Account(Request request)
    {
        var phantom = faults.At(FaultPoint.Positions) == Fault.PhantomPosition ? "LTC" : null;
        return exchange.Read(e => Balances.Account(e, clock.NowMs, phantom, request["omitZeroBalances"] == "true"));
    }
}
