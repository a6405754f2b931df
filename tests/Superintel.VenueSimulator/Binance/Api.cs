using System.Text.Json.Nodes;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Binance;

/// <summary>Every call by method and path, the same for REST and the WebSocket API.</summary>
internal sealed class Api(
    SimExchange exchange, Keyring keyring, MarketData market, Orders orders, RateLimits limits, VenueClock clock, FaultPlan faults)
{
    private readonly Wallet wallet = new(exchange);

    private const string Root = "/api/v3/";
    private const string FuturesRoot = "/fapi/v1/";

    public Reply Answer(string method, string path, Request request)
    {
        // Futures that are margined in USD: public data alone, of the same markets.
        if (method == "GET" && path.StartsWith(FuturesRoot, StringComparison.Ordinal)
            && market.Answer(path[FuturesRoot.Length..], request) is { } shared) return shared;
        if (path == "/sapi/v1/system/status") return Reply.Ok(new JsonObject { ["status"] = 0, ["msg"] = "normal" });
        if (path.StartsWith("/sapi/", StringComparison.Ordinal)) return OfWallet(method, path, request);
        if (!path.StartsWith(Root, StringComparison.Ordinal)) return NotFound;
        var name = path[Root.Length..];
        if (method == "GET" && market.Answer(name, request) is { } data) return data;
        if (keyring.Objection(request) is { } objection) return objection;
        return (method, name) switch
        {
            ("POST", "order") => Counted(orders.Place(request)),
            ("POST", "order/cancelReplace") => Counted(orders.Replace(request)),
            ("POST", "order/test") => orders.Place(request, test: true),
            ("DELETE", "order") => orders.Cancel(request),
            ("GET", "order") => orders.Get(request),
            ("GET", "openOrders") => orders.Open(request),
            ("DELETE", "openOrders") => orders.CancelAll(request),
            ("GET", "allOrders") => orders.All(request),
            ("GET", "myTrades") => orders.Trades(request),
            ("GET", "account") => Reply.Ok(Account()),
            ("GET", "rateLimit/order") => Reply.Ok(limits.Told(weights: false, orders: true)),
            _ => NotFound,
        };
    }

    private static Reply NotFound => Reply.Error(-1000, "Path not found.", 404);

    private Reply OfWallet(string method, string path, Request request) => keyring.Objection(request) ?? (method, path) switch
    {
        ("GET", "/sapi/v1/capital/config/getall") => Reply.Ok(wallet.Coins()),
        ("GET", "/sapi/v1/asset/tradeFee") => wallet.Fees(request),
        _ => NotFound,
    };

    private Reply Counted(Reply reply)
    {
        var placed = reply.IsError ? reply.Body["data"]?["newOrderResponse"] : reply.Body["newOrderResponse"] ?? reply.Body;
        if (placed?["orderId"] is { } id && exchange.Read(e => e.Order((long)id)) is { Filled: 0m }) limits.Waits((long)id);
        return reply;
    }

    private JsonObject Account()
    {
        var phantom = faults.At(FaultPoint.Positions) == Fault.PhantomPosition ? "LTC" : null;
        return exchange.Read(e => Balances.Account(e, clock.NowMs, phantom));
    }
}
