using System.Text.Json.Nodes;
using Superintel.VenueSimulator.Faults;

namespace Superintel.VenueSimulator.Binance;

/// <summary>Orders and cancels over the WebSocket API, with the faults that REST has, too.</summary>
internal sealed class SocketOrders(Api api, OrderFaults spoiling, FaultPlan faults, Streams streams)
{
    /// <returns>Null: nothing is answered.</returns>
    public Reply? Answer(Socket socket, string method, Request request)
    {
        var placing = method == "order.place";
        var fault = faults.At(placing ? FaultPoint.Submit : FaultPoint.Cancel);
        if (fault == Fault.SilentSessionLoss)
        {
            socket.IsLoggedOn = false;
            return Reply.Error(-2015, "Invalid API-key, IP, or permissions for action.", 401);
        }
        if (fault == Fault.LostCancel) return null;
        var reply = api.Answer(placing ? "POST" : "DELETE", "/api/v3/order", request);
        if (fault is null || reply.IsError) return reply;
        spoiling.Spoil(fault, reply);
        if (fault == Fault.NightlyReset) streams.Drop();
        if (fault == Fault.LateAcknowledgement) socket.Holds = true;
        return fault == Fault.LostAcknowledgement || fault == Fault.NightlyReset ? null
            : fault == Fault.ErrorAfterAcceptance ? OutcomeUnknown()
            : reply;
    }

    public static void RetryAfter(JsonNode error, Reply reply, VenueClock clock)
    {
        if (reply.RetryAfter == 0) return;
        var now = clock.NowMs;
        error["data"] = new JsonObject { ["serverTime"] = now, ["retryAfter"] = now + (reply.RetryAfter * 1_000L) };
    }

    private static Reply OutcomeUnknown() => Reply.Error(
        -1007, "Timeout waiting for response from backend server. Send status unknown; execution status unknown.", 503);
}
