using Superintel.Execution.Service.Adapters.Trading.Mt4;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Ports;
using Superintel.Kernel;
using Superintel.Venue.Mt4;
using Superintel.VenueSimulator.Conformance;

namespace Superintel.VenueSimulator.Mt4;

/// <summary>The MT4 adapter for the conformance cases. Breaking its connection replaces the client, as a restart does.</summary>
internal sealed partial class Mt4Driver : IVenueDriver, IVenueFacts
{
    private const string Symbol = "EURUSD";
    private readonly Mt4Options options;
    private readonly string account;
    private readonly Action move;
    private Mt4Client client;

    public Mt4Driver(Mt4Options options, string account, bool isLive, Action? move = null)
    {
        (this.options, this.account, this.move) = (options, account, move ?? (() => { }));
        client = new Mt4Client(options.Bridge);
        Broker = new Mt4Broker(client, options, account, TimeProvider.System);
        Profile = new VenueProfile(
            Mt4Options.VenueName, account, isLive, InstrumentId.Parse($"{Symbol}.{options.Listing}"), AssetClass.Fx, Currency.Usd, 1_000m,
            0.00001m, 1_000m, new HashSet<OrderType> { OrderType.Market, OrderType.Limit, OrderType.Stop }, HasGoodTillDate: true,
            options.AbsenceProof);
    }

    public VenueProfile Profile { get; }

    public IBroker Broker { get; private set; }

    public SentOrders Sent { get; } = new();

    public IVenueFacts Facts => this;

    /// <summary>The token comes from the environment, as for the fleet. A server that is not called a demo is taken for live.</summary>
    public static async Task<IVenueDriver> At(Endpoint endpoint, CancellationToken ct)
    {
        var near = new UriBuilder("http", endpoint.Host, endpoint.Port).Uri;
        // Away from this machine a bridge speaks TLS with its own certificate.
        var bridge = near.IsLoopback
            ? new Mt4ClientOptions { Url = near }
            : new Mt4ClientOptions { Url = new UriBuilder("https", endpoint.Host, endpoint.Port).Uri, OwnCertificate = true };
        var options = Mt4Module.Checked(
            new Mt4Options { Bridge = bridge, AbsenceProof = TimeSpan.FromSeconds(2) }, Environment.GetEnvironmentVariable);
        using var client = new Mt4Client(options.Bridge);
        var account = Mt4Terminal.Given(await client.Account(ct));
        return new Mt4Driver(options, $"{account.Login}", !account.Server.Contains("demo", StringComparison.OrdinalIgnoreCase));
    }

    public Task<bool> Break(CancellationToken ct)
    {
        client.Dispose();
        client = new Mt4Client(options.Bridge);
        Broker = new Mt4Broker(client, options, account, TimeProvider.System);
        return Task.FromResult(true);
    }

    public Task Move(CancellationToken ct)
    {
        move();
        return Task.CompletedTask;
    }

    public async Task<string?> Account(CancellationToken ct)
    {
        var known = Mt4Terminal.Given(await client.Account(ct));
        return $"{known.Login} at {known.Server}, {known.Equity} {known.Currency}";
    }

    public async Task<string?> Contract(CancellationToken ct)
    {
        var symbol = Mt4Terminal.Given(await client.Symbols(Symbol, ct)).Single();
        return $"{symbol.Symbol}, lot {symbol.LotSize}, step {symbol.LotStep}, tick {symbol.TickSize}";
    }

    public async Task<int?> History(CancellationToken ct)
    {
        var bars = Mt4Terminal.Given(await client.Bars(Symbol, "D1", TimeProvider.System.GetUtcNow().AddDays(-100), 100, ct));
        if (bars.Any(bar => bar.Low > Math.Min(bar.Open, bar.Close) || bar.High < Math.Max(bar.Open, bar.Close)))
            throw new CaseFailedException("A bar makes no sense.");
        return bars.Length;
    }

    public async Task<decimal> LastPrice(CancellationToken ct) => Mt4Terminal.Given(await client.Quotes(Symbol, ct)).Single().Bid;

    // The bridge has no stated limit: MetaTrader itself does one thing at a time.
    public Task<string?> Hurry(CancellationToken ct) => Task.FromResult<string?>(null);

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }
}
