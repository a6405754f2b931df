using System.Net.WebSockets;
using System.Text.Json;
using Superintel.Gateway.Auth;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Security;

namespace Superintel.Gateway.Live;

/// <summary>/ws/live: the feed of what happens, for whoever may see it.</summary>
internal static class LiveEndpoint
{
    private const int LongestRequest = 4096;
    private static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(20);

    public static void MapLive(this IEndpointRouteBuilder routes) => routes
        .MapGet(LiveProtocol.Path, Serve).RequireAuthorization(Policies.Viewer).ExcludeFromDescription();

    private static async Task<IResult> Serve(HttpContext http, LiveClients clients, LiveSessions sessions,
        IHostApplicationLifetime lifetime)
    {
        if (!http.WebSockets.IsWebSocketRequest)
            return Problems.Of(StatusCodes.Status400BadRequest, "websocket-expected", "This address speaks WebSocket.");
        var protocol = http.WebSockets.WebSocketRequestedProtocols.Contains(LiveProtocol.Name) ? LiveProtocol.Name : null;
        using var socket = await http.WebSockets.AcceptWebSocketAsync(protocol);
        var client = new LiveClient(socket, http.User.Identity!.Name!);
        if (!clients.Add(client))
        {
            await socket.CloseAsync((WebSocketCloseStatus)1013, "too many clients", http.RequestAborted);
            return Results.Empty;
        }

        try
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
            client.Offer(LiveMessage.Hello(client.User, LiveChannels.All));
            var pump = client.Pump(stop.Token);
            var watch = Watch(client, http.User.FindFirst(AccessTokens.SessionClaim)?.Value, ExpiryOf(http), sessions, stop.Token);
            await Listen(socket, client, stop.Token);
            client.End(WebSocketCloseStatus.NormalClosure);
            await pump;
            await stop.CancelAsync();
            await watch;
        }
        finally
        {
            clients.Remove(client);
        }

        return Results.Empty;
    }

    /// <summary>Pings, and ends the feed with the session or the token it was opened with.</summary>
    private static async Task Watch(LiveClient client, string? session, DateTimeOffset? expiry, LiveSessions sessions, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(PingInterval);
        try
        {
            while (await timer.WaitForNextTickAsync(ct))
            {
                var over = TimeProvider.System.GetUtcNow() >= expiry
                    || (Guid.TryParse(session, out var id) && !await sessions.Stands(id, ct));
                if (over) client.End(LiveClient.SessionEnded);
                else client.Offer(LiveMessage.Ping());
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The connection is over.
        }
        catch (Npgsql.NpgsqlException)
        {
            // Nobody can say whether the session stands: the feed is closed, the client comes back.
            client.End(LiveClient.SessionEnded);
        }
    }

    /// <summary>Reads what the client wants until it leaves.</summary>
    private static async Task Listen(WebSocket socket, LiveClient client, CancellationToken ct)
    {
        var buffer = new byte[LongestRequest];
        try
        {
            while (socket.State is WebSocketState.Open or WebSocketState.CloseSent)
            {
                var received = await socket.ReceiveAsync(buffer.AsMemory(), ct);
                if (received.MessageType == WebSocketMessageType.Close) return;
                if (!received.EndOfMessage)
                {
                    client.End(WebSocketCloseStatus.MessageTooBig);
                    return;
                }

                if (received.MessageType != WebSocketMessageType.Text || !Obey(client, buffer.AsSpan(0, received.Count)))
                {
                    client.End(WebSocketCloseStatus.InvalidPayloadData);
                    return;
                }
            }
        }
        catch (Exception broken) when (broken is WebSocketException or OperationCanceledException)
        {
            // Gone without a word, or the gateway stops: both end the feed.
        }
    }

    private static bool Obey(LiveClient client, ReadOnlySpan<byte> text)
    {
        try
        {
            var request = JsonSerializer.Deserialize<LiveRequest>(text, JsonSerializerOptions.Web);
            if (request is { Type: "pong" }) return true;
            if (request is not { Type: "subscribe", Channels: { } wanted } || wanted.Except(LiveChannels.All).Any()) return false;
            client.Choose([.. wanted.Distinct()]);
            client.Offer(LiveMessage.Hello(client.User, wanted));
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static DateTimeOffset? ExpiryOf(HttpContext http) =>
        long.TryParse(http.User.FindFirst("exp")?.Value, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
