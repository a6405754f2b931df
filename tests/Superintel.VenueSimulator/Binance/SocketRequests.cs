using System.Text.Json.Nodes;

namespace Superintel.VenueSimulator.Binance;

/// <summary>What clients say over WebSockets: stream control, and the WebSocket API.</summary>
internal sealed class SocketRequests(
    Keyring keyring, Api api, RateLimits limits, VenueClock clock, OrderFaults spoiling, SocketOrders orders)
{
    // Where the method's name is not the path's.
    private static readonly SortedDictionary<string, (string Method, string Path)> Calls = new(StringComparer.Ordinal)
    {
        ["account.status"] = ("GET", "account"), ["openOrders.cancelAll"] = ("DELETE", "openOrders"),
        ["openOrders.status"] = ("GET", "openOrders"), ["order.cancel"] = ("DELETE", "order"),
        ["order.cancelReplace"] = ("POST", "order/cancelReplace"), ["order.place"] = ("POST", "order"), ["order.status"] = ("GET", "order"),
        ["order.test"] = ("POST", "order/test"), ["ticker.24hr"] = ("GET", "ticker/24hr"), ["ticker.book"] = ("GET", "ticker/bookTicker"),
        ["ticker.price"] = ("GET", "ticker/price"), ["trades.aggregate"] = ("GET", "aggTrades"),
        ["trades.historical"] = ("GET", "historicalTrades"), ["trades.recent"] = ("GET", "trades"),
    };

    private int subscriptions = -1;
    private int placed;

    /// <summary>New orders, whatever became of them.</summary>
    public int Orders => Volatile.Read(ref placed);

    /// <summary>SUBSCRIBE, UNSUBSCRIBE and LIST_SUBSCRIPTIONS of a market stream.</summary>
    public static void Control(Socket socket, JsonObject message)
    {
        var streams = (message["params"] as JsonArray ?? []).Select(s => s?.ToString() ?? string.Empty).ToArray();
        JsonNode? result = null;
        switch (message["method"]?.ToString())
        {
            case "SUBSCRIBE":
                foreach (var stream in streams) socket.Want(stream);
                break;
            case "UNSUBSCRIBE":
                foreach (var stream in streams) socket.Leave(stream);
                break;
            case "LIST_SUBSCRIPTIONS":
                result = new JsonArray([.. socket.Wanted.Select(s => (JsonNode)s)]);
                break;
            default:
                socket.Send(new JsonObject { ["code"] = 2, ["msg"] = "Invalid request: unknown variant",
                    ["id"] = message["id"]?.DeepClone() });
                return;
        }
        socket.Send(new JsonObject { ["result"] = result, ["id"] = message["id"]?.DeepClone() });
    }

    /// <summary>One call of the WebSocket API.</summary>
    public void Call(Socket socket, JsonObject message)
    {
        var request = Request.OfSocket(message["params"] as JsonObject);
        var method = message["method"]?.ToString() ?? string.Empty;
        // Whoever is logged on and says no key is known by the connection.
        if (socket.IsLoggedOn && request.ApiKey is null) request = request with { IsLoggedOn = true };
        var (placing, weight) = (method is "order.place" or "order.cancelReplace", WeightOf(method, request));
        var ofOrder = method is "order.place" or "order.cancel";
        if (ofOrder) spoiling.Come();
        if (placing) Interlocked.Increment(ref placed);
        var refused = limits.Take(weight, placing);
        if ((refused ?? (ofOrder ? orders.Answer(socket, method, request) : Answer(socket, method, request))) is not { } reply) return;
        var answer = new JsonObject { ["id"] = message["id"]?.DeepClone(), ["status"] = reply.Status };
        answer[reply.IsError ? "error" : "result"] = reply.Body;
        if (reply.IsError) SocketOrders.RetryAfter(reply.Body, reply, clock);
        answer["rateLimits"] = limits.Told(weights: true, placing);
        socket.Answer(answer);
    }

    private static int WeightOf(string method, Request request) => method switch
    {
        "userDataStream.subscribe.signature" or "userDataStream.subscribe" or "userDataStream.unsubscribe"
            or "session.logon" or "session.status" or "session.logout" => 2,
        _ when Calls.TryGetValue(method, out var call) => Weights.Of(call.Method, $"/api/v3/{call.Path}", request),
        _ => Weights.Of("GET", $"/api/v3/{method}", request),
    };

    private Reply Answer(Socket socket, string method, Request request) => method switch
    {
        "userDataStream.subscribe.signature" => keyring.Objection(request) ?? Subscribe(socket),
        "session.logon" => keyring.Logon(request) ?? Logon(socket, request),
        "session.status" => Reply.Ok(Status(socket)),
        "session.logout" => Logout(socket),
        "userDataStream.subscribe" => socket.IsLoggedOn ? Subscribe(socket) : Reply.Error(-1099, "Not logged on.", 401),
        "userDataStream.unsubscribe" => Unsubscribe(socket),
        "ping" => Reply.Ok(new JsonObject()),
        "time" => Reply.Ok(new JsonObject { ["serverTime"] = clock.NowMs }),
        _ when Calls.TryGetValue(method, out var call) => api.Answer(call.Method, $"/api/v3/{call.Path}", request),
        _ => api.Answer("GET", $"/api/v3/{method}", request),
    };

    private Reply Subscribe(Socket socket)
    {
        socket.UserSubscription = Interlocked.Increment(ref subscriptions);
        return Reply.Ok(new JsonObject { ["subscriptionId"] = socket.UserSubscription });
    }

    private Reply Logon(Socket socket, Request request)
    {
        (socket.IsLoggedOn, socket.LoggedOnAt) = (true, request.Long("timestamp"));
        return Reply.Ok(Status(socket));
    }

    private Reply Logout(Socket socket)
    {
        (socket.IsLoggedOn, socket.LoggedOnAt) = (false, null);
        return Reply.Ok(Status(socket));
    }

    private JsonObject Status(Socket socket) => new()
    {
        ["apiKey"] = socket.IsLoggedOn ? keyring.ApiKey : null, ["authorizedSince"] = socket.LoggedOnAt,
        ["connectedSince"] = socket.ConnectedAt, ["returnRateLimits"] = true, ["serverTime"] = clock.NowMs,
        ["userDataStream"] = socket.UserSubscription >= 0,
    };

    private static Reply Unsubscribe(Socket socket)
    {
        socket.UserSubscription = -1;
        return Reply.Ok(new JsonObject());
    }
}
