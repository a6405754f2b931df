using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Superintel.VenueSimulator.Faults;

namespace Superintel.VenueSimulator.Binance;

/// <summary>REST on the wire, with its faults: what is done to an order happens, whatever the client is told of it.</summary>
internal sealed class RestRequests(
    Api api, RateLimits limits, OrderFaults spoiling, FaultPlan faults, Streams streams)
{
    private const int LargestBody = 64 * 1024;

    public async Task Handle(HttpContext context)
    {
        var path = context.Request.Path.Value ?? string.Empty;
        var isOrder = path == "/api/v3/order";
        var (placing, canceling) = (isOrder && context.Request.Method == "POST", isOrder && context.Request.Method == "DELETE");
        var request = await Read(context);
        if (Refused(context.Request.Method, path, request) is { } refused)
        {
            await Write(context, refused);
            return;
        }
        var fault = placing ? faults.At(FaultPoint.Submit) : canceling ? faults.At(FaultPoint.Cancel) : null;
        if (fault == Fault.SilentSessionLoss)
        {
            await Write(context, Reply.Error(-2015, "Invalid API-key, IP, or permissions for action.", 401));
            return;
        }
        if (fault == Fault.LostCancel)
        {
            context.Abort();
            return;
        }
        var reply = api.Answer(context.Request.Method, path, request);
        if (fault is not null && !reply.IsError) reply = await Spoil(context, fault, reply);
        if (!context.RequestAborted.IsCancellationRequested) await Write(context, reply);
    }

    private async Task<Reply> Spoil(HttpContext context, Fault fault, Reply reply)
    {
        spoiling.Spoil(fault, reply);
        if (fault == Fault.ErrorAfterAcceptance)
            return Reply.Error(-1007, "Timeout waiting for response from backend server. Send status unknown; execution status unknown.",
                503);
        if (fault == Fault.LostAcknowledgement) context.Abort();
        if (fault == Fault.NightlyReset)
        {
            streams.Drop();
            context.Abort();
        }
        if (fault == Fault.LateAcknowledgement) await GivenUp(context);
        return reply;
    }

    // The answer is ready and is written only when nobody reads it any more.
    private static async Task GivenUp(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }

    private Reply? Refused(string method, string path, Request request)
    {
        if (path is not ("/api/v3/time" or "/api/v3/ping" or "/fapi/v1/time" or "/fapi/v1/ping")) spoiling.Come();
        return limits.Take(Weights.Of(method, path, request), IsPlacing(method, path));
    }

    private static bool IsPlacing(string method, string path) =>
        method == "POST" && (path is "/api/v3/order" or "/api/v3/order/cancelReplace" or "/api/v3/order/oco"
            || path.StartsWith("/api/v3/orderList/", StringComparison.Ordinal));

    private static async Task<Request> Read(HttpContext context)
    {
        var body = string.Empty;
        if (context.Request.ContentLength is > 0 and <= LargestBody)
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            body = await reader.ReadToEndAsync(context.RequestAborted);
        }
        var key = context.Request.Headers["X-MBX-APIKEY"].ToString();
        return Request.OfRest(
            context.Request.QueryString.Value?.TrimStart('?') ?? string.Empty, body.StartsWith('{') ? string.Empty : body,
            key.Length > 0 ? key : null);
    }

    private async Task Write(HttpContext context, Reply reply)
    {
        var response = context.Response;
        response.StatusCode = reply.Status;
        response.ContentType = "application/json;charset=UTF-8";
        var placed = IsPlacing(context.Request.Method, context.Request.Path.Value ?? string.Empty) && !reply.IsError;
        foreach (var (name, value) in limits.Headers(placed)) response.Headers[name] = value;
        if (reply.RetryAfter > 0) response.Headers.RetryAfter = reply.RetryAfter.ToString(CultureInfo.InvariantCulture);
        var body = Encoding.UTF8.GetBytes(reply.Body.ToJsonString());
        var fault = faults.At(FaultPoint.Send);
        if (fault == Fault.TruncatedFrame || fault == Fault.Disconnect)
        {
            response.ContentLength = body.Length;
            await response.Body.WriteAsync(body.AsMemory(0, fault == Fault.Disconnect ? 0 : body.Length / 2));
            await response.Body.FlushAsync();
            context.Abort();
            return;
        }
        if (fault == Fault.GarbageFrame) body = [.. "<html>\0garbage"u8];
        await response.Body.WriteAsync(body);
    }
}
