using System.Text.Json.Nodes;

namespace Superintel.VenueSimulator.Binance;

/// <summary>What clients say over WebSockets: stream control, and the WebSocket API.</summary>
internal sealed class SocketRequests(Keyring keyring, Api api, RateLimits limits, VenueClock clock)
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
        var (placing, weight) = (method is "order.place" or "order.cancelReplace", WeightOf(method, request));
        var reply = limits.Take(weight, placing) ?? Answer(socket, method, request);
        var answer = new JsonObject { ["id"] = message["id"]?.DeepClone(), ["status"] = reply.Status };
        answer[reply.IsError ? "error" : "result"] = reply.Body;
        answer["rateLimits"] = limits.Told(weights: true, placing);
        socket.Send(answer);
    }

    private static int WeightOf(string method, Request request) => method switch
    {
        "userDataStream.subscribe.signature" or "userDataStream.subscribe" or "session.logon" or "userDataStream.unsubscribe" => 2,
        _ when Calls.TryGetValue(method, out var call) => Weights.Of(call.Method, $"/api/v3/{call.Path}", request),
        _ => Weights.Of("GET", $"/api/v3/{method}", request),
    };

    private Reply Answer(Socket socket, string method, Request request) => method switch
    {
        "userDataStream.subscribe.signature" => keyring.Objection(request) ?? Subscribe(socket),
        "session.logon" => keyring.Logon(request) ?? Logon(socket, request),
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

    private static Reply Logon(Socket socket, Request request)
    {
        socket.IsLoggedOn = true;
        return Reply.Ok(new JsonObject { ["apiKey"] = request.ApiKey, ["authorizedSince"] = request.Long("timestamp") });
    }

    private static Reply Unsubscribe(Socket socket)
    {
        socket.UserSubscription = -1;
        return Reply.Ok(new JsonObject());
    }
}
