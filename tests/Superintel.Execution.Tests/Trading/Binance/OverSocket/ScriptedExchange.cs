using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Superintel.TestKit;
using Superintel.Venue.Binance.Keys;
using Superintel.Venue.Binance.Orders;
using Superintel.Venue.Binance.Signing;
using Superintel.Venue.Binance.Spot;
using Superintel.Venue.Binance.Streams;
using Superintel.Venue.Binance.Transport;

namespace Superintel.Execution.Tests.Trading.Binance.OverSocket;

/// <summary>An endpoint that says over its WebSocket API what a test tells it to, with a client in front of it.</summary>
internal sealed class ScriptedExchange : IAsyncDisposable
{
    public const string ApiKey = "kEyKeYkEyKeYkEyKeY01";
    public const string Secret = "sEcReTsEcReTsEcReT02";
    private readonly CancellationTokenSource ending = new();
    private readonly ConcurrentQueue<WebSocket> sockets = new();
    private readonly HttpClient http = new();
    private WebApplication app = null!;
    private RestTransport rest = null!;

    /// <summary>What is answered to an order: texts, each a message; null: the connection ends.</summary>
    public Func<JsonNode, IReadOnlyList<string>?> OnOrder { get; set; } = message => [Taken(message)];

    /// <summary>Requests over the WebSocket API, as they came.</summary>
    public ConcurrentQueue<JsonNode> Asked { get; } = new();

    /// <summary>Orders over REST.</summary>
    public int OverRest { get; private set; }

    /// <summary>The exchange's clock against ours.</summary>
    public TimeSpan Ahead { get; set; }

    public int TimesAsked { get; private set; }

    public int Connections => sockets.Count;

    public OrderSession Session { get; private set; } = null!;

    public SpotClient Client { get; private set; } = null!;

    public RestTransport Rest => rest;

    public IReadOnlyList<JsonNode> Of(string method) => [.. Asked.Where(message => (string?)message["method"] == method)];

    /// <summary>With a connection that stands.</summary>
    public static async Task<ScriptedExchange> Start(ISigner? signer = null, TimeSpan? timeout = null)
    {
        var exchange = new ScriptedExchange();
        await exchange.Listen();
        exchange.Connect(signer ?? new HmacSigner(ApiKey, Secret), timeout ?? TimeSpan.FromSeconds(30));
        await exchange.Ready();
        return exchange;
    }

    public Task Ready() => Eventually.True(() => Session.IsReady, "the connection for orders stands");

    /// <summary>Says something unasked on every connection.</summary>
    public Task Say(string text) =>
        Task.WhenAll(sockets.Where(socket => socket.State == WebSocketState.Open).Select(socket => Tell(socket, text)));

    /// <summary>Every connection ends.</summary>
    public void Drop()
    {
        foreach (var socket in sockets) socket.Abort();
    }

    public static string Taken(JsonNode message, string limits = "[]")
    {
        var name = (string?)(message["params"]!["newClientOrderId"] ?? message["params"]!["origClientOrderId"]);
        var result = $$"""{"symbol":"BTCUSDT","orderId":7,"clientOrderId":"{{name}}","status":"NEW","side":"BUY"}""";
        return Answer(message, 200, "\"result\":" + result, limits);
    }

    public static string Refused(JsonNode message, int status, int code, string text, string data = "null") => Answer(
        message, status, "\"error\":" + $$"""{"code":{{code}},"msg":"{{text}}","data":{{data}}}""", "[]");

    public async ValueTask DisposeAsync()
    {
        Session.Dispose();
        await ending.CancelAsync();
        Drop();
        rest.Dispose();
        http.Dispose();
        await app.DisposeAsync();
        ending.Dispose();
    }

    private static string Answer(JsonNode message, int status, string body, string limits) =>
        $$"""{"id":{{message["id"]!.ToJsonString()}},"status":{{status}},{{body}},"rateLimits":{{limits}}}""";

    private async Task Listen()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.UseWebSockets();
        app.Run(context => context.WebSockets.IsWebSocketRequest ? Serve(context) : Rested(context));
        await app.StartAsync();
    }

    private void Connect(ISigner signer, TimeSpan timeout)
    {
        var root = new Uri(app.Urls.First());
        var socket = new Uri($"ws://127.0.0.1:{root.Port}/ws-api/v3");
        var credentials = new Credentials(signer, new Redaction(ApiKey, Secret));
        var calls = TransportOptions.Spot with { Timeout = timeout };
        rest = new RestTransport(http, new ExchangeAddress(root, root, socket), credentials, calls, TimeProvider.System);
        var connection = new SessionConnection(socket, rest, credentials, SimulatedBinance.Quick, TimeProvider.System);
        Session = new OrderSession(rest, connection, credentials, calls);
        Client = new SpotClient(rest, Session);
        Session.Open();
    }

    private Task Rested(HttpContext context)
    {
        if (context.Request.Path == "/api/v3/time")
        {
            TimesAsked++;
            var now = (TimeProvider.System.GetUtcNow() + Ahead).ToUnixTimeMilliseconds();
            return context.Response.WriteAsync("{\"serverTime\":" + now + "}");
        }
        OverRest++;
        return context.Response.WriteAsync("""{"symbol":"BTCUSDT","orderId":8,"clientOrderId":"d-1","status":"NEW","side":"BUY"}""");
    }

    private async Task Serve(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        sockets.Enqueue(socket);
        var buffer = new byte[16 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(), ending.Token) is { MessageType: WebSocketMessageType.Text } part)
                if (!await Hear(socket, JsonNode.Parse(buffer.AsSpan(0, part.Count))!)) socket.Abort();
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            socket.Abort();
        }
    }

    private async Task<bool> Hear(WebSocket socket, JsonNode message)
    {
        Asked.Enqueue(message);
        var isOrder = ((string)message["method"]!).StartsWith("order.", StringComparison.Ordinal);
        if ((isOrder ? OnOrder(message) : [Answer(message, 200, "\"result\":{}", "[]")]) is not { } answers) return false;
        foreach (var text in answers) await Tell(socket, text);
        return true;
    }

    private static Task Tell(WebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
}
