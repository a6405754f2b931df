using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Security;

namespace Superintel.Gateway.Live;

/// <summary>
/// The live feed at /ws/live. A browser cannot set headers on a WebSocket, so the token may come as the subprotocol <c>bearer.TOKEN</c>
/// beside <c>superintel.v1</c>; it never stands in the address, which ends up in logs.
/// </summary>
internal static class LiveEndpoint
{
    private const string Path = "/ws/live";
    private const string Protocol = "superintel.v1";
    private const string BearerPrefix = "bearer.";
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(20);
    private static readonly byte[] Hello = Encoding.UTF8.GetBytes("""{"type":"hello"}""");

    /// <summary>Before authentication: makes a token that came as a subprotocol an ordinary one.</summary>
    public static void UseLiveTokens(this IApplicationBuilder app)
    {
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = KeepAlive });
        app.Use((http, next) =>
        {
            if (http.Request.Path == Path && http.WebSockets.WebSocketRequestedProtocols
                .FirstOrDefault(p => p.StartsWith(BearerPrefix, StringComparison.Ordinal)) is { } bearer)
                http.Request.Headers.Authorization = "Bearer " + bearer[BearerPrefix.Length..];
            return next(http);
        });
    }

    public static void MapLive(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, Watch).RequireAuthorization(Policies.Viewer).ExcludeFromDescription();

    private static async Task Watch(HttpContext http, LiveClients clients, IHostApplicationLifetime lifetime)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            await Problems.Of(StatusCodes.Status426UpgradeRequired, "websocket-required", "Connect with a WebSocket.").ExecuteAsync(http);
            return;
        }

        if (!SameOrigin(http.Request))
        {
            await Problems.Of(StatusCodes.Status403Forbidden, "foreign-origin", "This origin may not connect.").ExecuteAsync(http);
            return;
        }

        if (clients.Join() is not { } seat)
        {
            await Problems.Of(StatusCodes.Status503ServiceUnavailable, "too-many-watchers", $"At most {LiveClients.MostClients} may watch.").ExecuteAsync(http);
            return;
        }

        var protocol = http.WebSockets.WebSocketRequestedProtocols.Contains(Protocol) ? Protocol : null;
        using var socket = await http.WebSockets.AcceptWebSocketAsync(protocol);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        var expires = http.User.FindFirst("exp")?.Value is { } exp && long.TryParse(exp, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) - TimeProvider.System.GetUtcNow()
            : TimeSpan.FromHours(8);
        stop.CancelAfter(expires > TimeSpan.Zero ? expires : TimeSpan.FromMilliseconds(1));
        try
        {
            await Task.WhenAny(Send(socket, seat.Messages, stop.Token), UntilClosed(socket, stop.Token));
            await Close(socket);
        }
        finally
        {
            await stop.CancelAsync();
            clients.Leave(seat.Id);
        }
    }

    private static async Task Send(WebSocket socket, ChannelReader<byte[]> messages, CancellationToken ct)
    {
        await socket.SendAsync(Hello, WebSocketMessageType.Text, true, ct);
        await foreach (var message in messages.ReadAllAsync(ct)) await socket.SendAsync(message, WebSocketMessageType.Text, true, ct);
    }

    // What a watcher says is not asked for; reading notices the close.
    private static async Task UntilClosed(WebSocket socket, CancellationToken ct)
    {
        var buffer = new byte[1024];
        while ((await socket.ReceiveAsync(buffer, ct)).MessageType != WebSocketMessageType.Close)
        {
        }
    }

    private static async Task Close(WebSocket socket)
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived)) return;
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            await socket.CloseAsync(WebSocketCloseStatus.PolicyViolation, "Too slow, signed out, or the gateway stops: connect again.", deadline.Token);
        }
        catch (Exception failure) when (failure is WebSocketException or OperationCanceledException)
        {
            socket.Abort(); // the other side is gone already
        }
    }

    private static bool SameOrigin(HttpRequest request) =>
        request.Headers.Origin is not [{ } origin] || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value);
}
