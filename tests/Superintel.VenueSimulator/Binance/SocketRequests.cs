using System.Text.Json.Nodes;

namespace Superintel.VenueSimulator.Binance;

/// <summary>What clients say over WebSockets: stream control, and the WebSocket API.</summary>
internal sealed class SocketRequests(Keyring keyring, Api api, VenueClock clock)
{
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
        var reply = method switch
        {
            "userDataStream.subscribe.signature" => keyring.Objection(request) ?? Subscribe(socket),
            "userDataStream.unsubscribe" => Unsubscribe(socket),
            "ping" => Reply.Ok(new JsonObject()),
            "time" => Reply.Ok(new JsonObject { ["serverTime"] = clock.NowMs }),
            "order.place" => api.Answer("POST", "/api/v3/order", request),
            "order.cancel" => api.Answer("DELETE", "/api/v3/order", request),
            "order.status" => api.Answer("GET", "/api/v3/order", request),
            "openOrders.status" => api.Answer("GET", "/api/v3/openOrders", request),
            "account.status" => api.Answer("GET", "/api/v3/account", request),
            _ => api.Answer("GET", $"/api/v3/{method}", request),
        };
        var answer = new JsonObject { ["id"] = message["id"]?.DeepClone(), ["status"] = reply.Status };
        answer[reply.IsError ? "error" : "result"] = reply.Body;
        answer["rateLimits"] = new JsonArray();
        socket.Send(answer);
    }

    private Reply Subscribe(Socket socket)
    {
        socket.UserSubscription = Interlocked.Increment(ref subscriptions);
        return Reply.Ok(new JsonObject { ["subscriptionId"] = socket.UserSubscription });
    }

    private static Reply Unsubscribe(Socket socket)
    {
        socket.UserSubscription = -1;
        return Reply.Ok(new JsonObject());
    }
}
