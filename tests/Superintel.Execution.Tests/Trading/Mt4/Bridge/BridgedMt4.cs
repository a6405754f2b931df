using Superintel.Execution.Service.Adapters.Trading.Mt4;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.Mt4Bridge;
using Superintel.Mt4Bridge.Hosting;
using Superintel.TestKit;
using Superintel.Venue.Mt4;
using Superintel.VenueSimulator.Matching;
using Superintel.VenueSimulator.Mt4;

namespace Superintel.Execution.Tests.Trading.Mt4.Bridge;

/// <summary>The real bridge with a terminal over the simulated exchange, and the adapter in front of it. The exchange, the expert's
/// memory and the bridge's folder outlive what is killed.</summary>
internal sealed class BridgedMt4(TimeSpan patience) : IAsyncDisposable
{
    public const string Token = "execution-token-of-a-test";
    public const string TerminalToken = "terminal-token-of-a-test";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly string folder = Scratch.Folder("bridge");
    private int tickets;

    public SimExchange Exchange { get; } = NewExchange();

    public TerminalMemory Memory { get; } = new();

    public BridgeHost Host { get; private set; } = null!;

    public TerminalDouble? Terminal { get; private set; }

    public Mt4Options Options { get; private set; } = new();

    public Mt4Client Client { get; private set; } = null!;

    public Mt4Broker Broker { get; private set; } = null!;

    public string Folder => folder;

    public static async Task<BridgedMt4> Start(TerminalMoment? diesAt = null, bool hasTerminal = true)
    {
        // What nobody will answer need not be waited for long.
        var bridged = new BridgedMt4(TimeSpan.FromSeconds(diesAt is null ? 5 : 2));
        await bridged.StartBridge();
        if (hasTerminal) await bridged.StartTerminal(diesAt);
        return bridged;
    }

    public async Task StartBridge()
    {
        var settings = new BridgeSettings(
            new BridgeOptions
            {
                Folder = folder, AnswerWithin = patience, HandWithin = TimeSpan.FromSeconds(4.5), Silence = patience, NetEvery = Pause,
                LegPause = Pause,
            },
            new BridgeTokens(Token, TerminalToken)) { Port = 0, TerminalPort = 0 };
        Host = new BridgeHost(settings, TimeProvider.System);
        await Host.Start(CancellationToken.None);
        Options = new Mt4Options
        {
            Bridge = new Mt4ClientOptions { Url = Host.Url, Token = Token },
            AbsenceProof = TimeSpan.FromMilliseconds(300),
            EventWait = TimeSpan.FromMilliseconds(200),
        };
        Client = new Mt4Client(Options.Bridge);
        Broker = new Mt4Broker(Client, Options, Mt4Server.Account, TimeProvider.System);
    }

    public async Task StopBridge()
    {
        Client.Dispose();
        await Host.DisposeAsync();
    }

    public async Task StartTerminal(TerminalMoment? diesAt = null, string? unlisted = null)
    {
        if (Terminal is not null) await Terminal.DisposeAsync();
        Terminal = new TerminalDouble(Exchange, Memory, Host.TerminalUrl, TerminalToken, diesAt, unlisted);
        await Eventually.True(
            async () => (await Client.Health(default)).Value is { TerminalConnected: true }, "the terminal is at the bridge");
    }

    public OrderTicket Ticket(OrderType type = OrderType.Market, decimal? price = null) => new(
        Mt4Options.VenueName, Mt4Server.Account, ClientOrderId.For(new DecisionId($"d{++tickets}"), 0), InstrumentId.Parse("EURUSD.XOFF"),
        AssetClass.Fx, 1_000m, Side.Buy, new Quantity(10_000m), type, price, TimeInForce.GoodTillCancel, Currency.Usd,
        TimeProvider.System.GetUtcNow());

    /// <summary>The same question until it has an answer.</summary>
    public async Task<QueryOutcome> Resolve(OrderTicket ticket) => await Eventually.Get(
        () => Broker.Query(SimulatedMt4.Reference(ticket), default), asked => asked is not QueryOutcome.Unavailable, "the bridge can tell");

    public async ValueTask DisposeAsync()
    {
        if (Terminal is not null) await Terminal.DisposeAsync();
        await StopBridge();
        Directory.Delete(folder, recursive: true);
    }

    private static SimExchange NewExchange()
    {
        var exchange = new SimExchange(Mt4Market.Instruments, seed: 1, TimeProvider.System, feeRate: 0.00002m) { FillsWhole = true };
        exchange.Account.Deposit("USD", 1_000_000m);
        return exchange;
    }
}
