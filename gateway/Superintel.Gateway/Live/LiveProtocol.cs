namespace Superintel.Gateway.Live;

/// <summary>How a WebSocket client says who it is: browsers cannot set headers, so the token is a second subprotocol.</summary>
internal static class LiveProtocol
{
    public const string Path = "/ws/live";
    public const string Name = "superintel.v1";

    private const string TokenPrefix = "bearer.";

    /// <summary>The token offered as subprotocol on the live path, or null.</summary>
    public static string? TokenOf(HttpRequest request)
    {
        if (!request.Path.Equals(Path, StringComparison.Ordinal) || !request.HttpContext.WebSockets.IsWebSocketRequest) return null;
        var offered = request.HttpContext.WebSockets.WebSocketRequestedProtocols;
        return offered.FirstOrDefault(one => one.StartsWith(TokenPrefix, StringComparison.Ordinal))?[TokenPrefix.Length..];
    }
}
