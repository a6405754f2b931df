using Microsoft.Extensions.Logging.Abstractions;
using Superintel.Execution.Service.Adapters.Trading.Binance;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.TestKit;
using Superintel.Venue.Binance.Keys;
using Superintel.Venue.Binance.Signing;
using Superintel.Venue.Binance.Streams;
using Superintel.VenueSimulator.Binance;
using Superintel.VenueSimulator.Conformance;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;
using Superintel.VenueSimulator.Matching;

namespace Superintel.Execution.Tests.Trading.Binance;

/// <summary>A simulated exchange with the adapter at it.</summary>
internal sealed class SimulatedBinance : IAsyncDisposable
{
    private readonly TimeProvider clock;
    private int names;

    private SimulatedBinance(BinanceServer server, VenueAddress address, FaultPlan faults, TimeProvider clock, OrderWay way)
    {
        (Server, Address, Faults, this.clock) = (server, address, faults, clock);
        // Short only where answers are lost and somebody waits for them.
        var timeout = TimeSpan.FromSeconds(faults == FaultPlan.None ? 60 : 1);
        Options = BinanceDriver.OptionsOf(new Endpoint("127.0.0.1", address.Port, false, null)) with { Timeout = timeout };
        if (way == OrderWay.Rest) Options = Options with { WebSocketApiUrl = new Uri("ws://127.0.0.1:1/ws-api/v3") };
        ISigner signer = way == OrderWay.LoggedOn
            ? new Ed25519Signer(address.ApiKey!, server.PrivateSeed)
            : new HmacSigner(address.ApiKey!, address.ApiSecret!);
        Credentials = new Credentials(signer, new Redaction(address.ApiKey!, address.ApiSecret!));
        Venue = NewVenue();
    }

    public BinanceServer Server { get; }

    public VenueAddress Address { get; }

    public FaultPlan Faults { get; }

    public BinanceOptions Options { get; }

    public Credentials Credentials { get; }

    public BinanceVenue Venue { get; private set; }

    public static StreamOptions Quick { get; } = new()
    {
        Silence = TimeSpan.FromSeconds(2), ProbePatience = TimeSpan.FromSeconds(2), FirstPause = TimeSpan.FromMilliseconds(20),
    };

    /// <param name="clock">Of the exchange and of the adapter; null: the machine's.</param>
    public static async Task<SimulatedBinance> Start(
        FaultPlan? faults = null, int seed = 7, TimeSpan step = default, SimFees fees = SimFees.Quote, TimeProvider? clock = null,
        OrderWay way = OrderWay.Either)
    {
        var (plan, time) = (faults ?? FaultPlan.None, clock ?? TimeProvider.System);
        var server = new BinanceServer(new SimulatorOptions(0, seed, plan, step) { Fees = fees }, time);
        return new SimulatedBinance(server, await server.Start(CancellationToken.None), plan, time, way);
    }

    /// <summary>Until orders go over the WebSocket API.</summary>
    public Task OverSocket()
    {
        Venue.Orders.Open();
        return Eventually.True(() => Venue.Orders.IsReady, "the connection for orders stands");
    }

    /// <summary>As if the process had been started anew.</summary>
    public void Restart()
    {
        Venue.Dispose();
        Venue = NewVenue();
    }

    public OrderTicket Ticket(Side side, OrderType type, decimal? limit = null, decimal quantity = 0.01m) => new(
        BinanceOptions.VenueName, Options.Account, new ClientOrderId($"o{Server.Exchange.Instruments.Count}test-{++names}"),
        InstrumentId.Parse("BTCUSDT.BINANCE"), AssetClass.Crypto, 0.00001m, side, new Quantity(quantity), type, limit,
        TimeInForce.GoodTillCancel, new Currency("USDT"), clock.GetUtcNow());

    public async ValueTask DisposeAsync()
    {
        Venue.Dispose();
        await Server.DisposeAsync();
    }

    private BinanceVenue NewVenue() => new(Options, Credentials, Quick, NullLogger<BinanceLog>.Instance, clock);
}
