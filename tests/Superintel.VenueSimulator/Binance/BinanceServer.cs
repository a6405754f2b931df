using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Binance;

/// <summary>
/// Binance spot on loopback, with the market data of USD-M futures under /fapi/v1: REST under /api/v3, streams under /ws and
/// /stream (the futures' behind /fapi), the WebSocket API under /ws-api/v3.
/// </summary>
public sealed class BinanceServer : IVenueServer
{
    private const string Futures = "/fapi";

    // Futures' streams are behind these or behind none of them.
    private static readonly string[] Routes = ["/public", "/market", "/private"];

    private readonly SimulatorOptions options;
    private readonly Streams streams = new();
    private readonly VenueClock time;
    private readonly Keyring keyring;
    private readonly RestRequests rest;
    private readonly MarketData market;
    private readonly SocketRequests sockets;
    private readonly WebApplication app;
    private MarketPulse? pulse;

    public BinanceServer(SimulatorOptions options)
        : this(options, TimeProvider.System)
    {
    }

    /// <param name="time">Of the exchange's clock: candles and events.</param>
    public BinanceServer(SimulatorOptions options, TimeProvider time)
    {
        this.options = options;
        var clock = new VenueClock(time);
        this.time = clock;
        Exchange = new SimExchange(Markets.All, options.Seed, time) { Faults = options.Faults, Fees = options.Fees };
        Markets.Fund(Exchange.Account);
        if (options.Fees == SimFees.Third) Exchange.Account.Deposit("BNB", 10m);
        keyring = new Keyring(options.Seed, clock);
        var depth = new DepthLog(clock);
        var candles = new Candles(Exchange, clock, options.Seed);
        var tape = new Tape(Exchange, candles, clock);
        var tickers = new Tickers(Exchange, clock, candles, tape);
        market = new MarketData(Exchange, clock, depth, candles, tape, tickers);
        var futures = new FuturesData(Exchange, clock, market);
        var reader = new OrderReader(Exchange);
        var lists = new OrderLists(Exchange, reader, streams, clock);
        var limits = new RateLimits(clock);
        Exchange.Traded += (order, _) => limits.Traded(order.Id);
        var keys = new ListenKeys(keyring, streams, clock);
        var api = new Api(
            Exchange, keyring, market, futures, new Orders(Exchange, reader, lists), lists, keys, limits, clock, options.Faults);
        var spoiling = new OrderFaults(Exchange, limits, clock, options.Faults);
        rest = new RestRequests(api, limits, spoiling, options.Faults, streams);
        sockets = new SocketRequests(
            keyring, api, limits, clock, spoiling, new SocketOrders(api, spoiling, options.Faults, streams));
        new Told(Exchange, streams, depth, candles, tape, tickers, futures, clock, options.Faults).Listen();
        lists.Listen();
        app = Build();
    }

    public SimExchange Exchange { get; }

    /// <summary>The private key's seed for clients that sign with Ed25519, 32 bytes.</summary>
    public byte[] PrivateSeed => keyring.PrivateSeed;

    /// <summary>Connections that hear the account's events.</summary>
    public int Subscribers => streams.All.Count(socket => socket.UserSubscription >= 0);

    /// <summary>Connections that hear them by a key that is a stream's name.</summary>
    public int Listeners => streams.All.Count(socket => socket.Wanted.Any(streams.IsAccount));

    /// <summary>New orders that came over the WebSocket API.</summary>
    public int OrdersOverSocket => sockets.Orders;

    /// <summary>False: average prices cannot be asked for.</summary>
    public bool KnowsAverages
    {
        get => market.KnowsAverages;
        set => market.KnowsAverages = value;
    }

    /// <summary>Ends every WebSocket; clients have to come back.</summary>
    public void DropConnections() => streams.Drop();

    public async Task<VenueAddress> Start(CancellationToken ct)
    {
        await app.StartAsync(ct);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var port = new Uri(address).Port;
        pulse = new MarketPulse(Exchange, options.StepEvery);
        var root = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");
        return new VenueAddress(
            "binance", "127.0.0.1", port, $"http://{root}", $"ws://{root}", $"ws://{root}/ws-api/v3", keyring.ApiKey, keyring.Secret,
                "spot");
    }

    public async ValueTask DisposeAsync()
    {
        var beating = pulse;
        pulse = null; // it stops once
        if (beating is not null) await beating.DisposeAsync();
        streams.Drop();
        await app.DisposeAsync();
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{options.Port}"));
        var built = builder.Build();
        built.UseWebSockets();
        built.Run(context => context.WebSockets.IsWebSocketRequest ? Accept(context) : rest.Handle(context));
        return built;
    }

    private async Task Accept(HttpContext context)
    {
        var path = context.Request.Path.Value ?? string.Empty;
        var futures = path.StartsWith(Futures, StringComparison.Ordinal);
        if (futures) path = path[Futures.Length..];
        foreach (var route in Routes)
            if (futures && path.StartsWith(route, StringComparison.Ordinal)) path = path[route.Length..];
        var isApi = path.StartsWith("/ws-api/", StringComparison.Ordinal);
        using var accepted = await context.WebSockets.AcceptWebSocketAsync();
        var socket = new Socket(accepted, path.StartsWith("/stream", StringComparison.Ordinal), options.Faults, futures, time.NowMs);
        foreach (var stream in Asked(path, context.Request.Query["streams"].ToString())) socket.Want(stream);
        var id = streams.Add(socket);
        try
        {
            await socket.Serve(isApi ? sockets.Call : SocketRequests.Control, context.RequestAborted);
        }
        finally
        {
            streams.Remove(id);
        }
    }

    // /ws/btcusdt@trade and /stream?streams=btcusdt@trade/btcusdt@depth
    private IEnumerable<string> Asked(string path, string streams) =>
        (path.StartsWith("/ws/", StringComparison.Ordinal) ? path[4..] : streams)
        .Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Where(stream => stream.Contains('@', StringComparison.Ordinal) || stream[0] == '!' || this.streams.IsAccount(stream));
}
