using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Superintel.Execution.Service.Adapters.Trading.Binance;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Ports;
using Superintel.Kernel;
using Superintel.Venue.Binance.Books;
using Superintel.Venue.Binance.Failures;
using Superintel.Venue.Binance.Keys;
using Superintel.Venue.Binance.Streams;
using Superintel.VenueSimulator.Conformance;
using Superintel.VenueSimulator.Hosting;

namespace Superintel.VenueSimulator.Binance;

/// <summary>The Binance adapter for the conformance cases. Breaking its connection replaces the adapter, as a restart does.</summary>
internal sealed class BinanceDriver : IVenueDriver, IVenueFacts
{
    private const string Symbol = "BTCUSDT";
    private readonly BinanceOptions options;
    private readonly Credentials credentials;
    private readonly Action move;
    private readonly TimeProvider clock;
    private BinanceVenue venue;

    /// <param name="move">Lets the market move; null: it moves by itself.</param>
    /// <param name="clock">The adapter's; null: the machine's.</param>
    public BinanceDriver(BinanceOptions options, Credentials credentials, Action? move = null, TimeProvider? clock = null)
    {
        (this.options, this.credentials, this.move) = (options, credentials, move ?? (() => { }));
        this.clock = clock ?? TimeProvider.System;
        venue = Connect();
        Profile = ProfileOf(options);
    }

    public VenueProfile Profile { get; }

    public IBroker Broker => venue.Broker;

    public IOrderPreview Preview => new BinancePreview(venue.Client, new BinanceRules(venue.Client, clock), venue.Symbols, options);

    public IVenueFacts Facts => this;

    public SentOrders Sent { get; } = new();

    /// <summary>Keys come from the environment, as for the fleet.</summary>
    /// <exception cref="RefusedException">Real money that nobody told twice.</exception>
    public static Task<IVenueDriver> At(Endpoint endpoint, CancellationToken ct)
    {
        var options = OptionsOf(endpoint);
        if (ConformanceCommand.Refusal(ProfileOf(options), endpoint) is { } refusal) throw new RefusedException("live-account", refusal);
        return Task.FromResult<IVenueDriver>(new BinanceDriver(options, KeySource.Load(Environment.GetEnvironmentVariable)));
    }

    /// <summary>A simulated venue on loopback, or an exchange whose three addresses follow from one host.</summary>
    public static BinanceOptions OptionsOf(Endpoint endpoint)
    {
        var local = endpoint.Host is "127.0.0.1" or "localhost" or "::1";
        var root = string.Create(CultureInfo.InvariantCulture, $"{endpoint.Host}:{endpoint.Port}");
        var domain = endpoint.Host.StartsWith("api.", StringComparison.Ordinal) ? endpoint.Host[4..] : endpoint.Host;
        return new BinanceOptions
        {
            RestUrl = new Uri(local ? $"http://{root}" : $"https://{root}"),
            StreamsUrl = new Uri(local ? $"ws://{root}" : $"wss://stream.{domain}"),
            WebSocketApiUrl = new Uri(local ? $"ws://{root}/ws-api/v3" : $"wss://ws-api.{domain}/ws-api/v3"),
            Live = endpoint.AllowLive,
            LiveAccount = endpoint.LiveAccount ?? string.Empty,
            AbsenceProof = local ? TimeSpan.FromSeconds(1) : new BinanceOptions().AbsenceProof,
        };
    }

    public Task<bool> Break(CancellationToken ct)
    {
        venue.Dispose();
        venue = Connect();
        return Task.FromResult(true);
    }

    public Task Move(CancellationToken ct)
    {
        move();
        return Task.CompletedTask;
    }

    public async Task<string?> Account(CancellationToken ct)
    {
        var account = Given(await venue.Client.Account(ct));
        var cash = account.Balances.FirstOrDefault(b => b.Asset == options.QuoteAsset)?.Total ?? 0m;
        return $"{account.AccountType}, may trade: {account.CanTrade}, {cash} {options.QuoteAsset}";
    }

    public async Task<string?> Contract(CancellationToken ct)
    {
        var symbol = Given(await venue.Client.ExchangeInfo([Symbol], ct)).Symbols.Single(s => s.Symbol == Symbol);
        return $"{symbol.BaseAsset} in {symbol.QuoteAsset}, tick {symbol.Filters.Price?.Step}, lot {symbol.Filters.Lot?.Step}";
    }

    public async Task<int?> History(CancellationToken ct)
    {
        var klines = Given(await venue.MarketData.Klines(Symbol, "1h", TimeProvider.System.GetUtcNow().AddDays(-2), 100, ct));
        if (klines.Any(k => k.Low > Math.Min(k.Open, k.Close) || k.High < Math.Max(k.Open, k.Close) || k.CloseAt <= k.OpenAt))
            throw new CaseFailedException("A candle makes no sense.");
        return klines.Count;
    }

    public async Task<decimal> LastPrice(CancellationToken ct) => Given(await venue.Client.AveragePrice(Symbol, ct)).Price;

    /// <summary>Thirty full books are more weight than a minute has: what is too much must not leave.</summary>
    public async Task<string?> Hurry(CancellationToken ct)
    {
        // More than two minutes hold: the case may begin at the end of one.
        const int books = 60;
        var (begun, sent, book) = (TimeProvider.System.GetTimestamp(), 0, new DepthChange());
        for (var i = 0; i < books; i++)
        {
            var failure = await venue.MarketData.Depth(Symbol, DepthScale.EightDecimals, book, ct);
            if (failure is null) sent++;
            else if (failure is not { Kind: FailureKind.RateLimited, VenueCode: 0 }) throw new CaseFailedException(
                $"It was refused: {failure}");
        }
        if (sent is 0 or books) throw new CaseFailedException($"{sent} of {books} requests left; the limit was not kept.");
        var seconds = TimeProvider.System.GetElapsedTime(begun).TotalSeconds;
        return string.Create(CultureInfo.InvariantCulture, $"{sent} of {books} full books in {seconds:0.00} s, none refused");
    }

    public ValueTask DisposeAsync()
    {
        venue.Dispose();
        return ValueTask.CompletedTask;
    }

    private static VenueProfile ProfileOf(BinanceOptions options) => new(
        BinanceOptions.VenueName, options.Account, options.AddressUnconfirmed().IsLive, InstrumentId.Parse($"{Symbol}.BINANCE"),
        AssetClass.Crypto, new Currency("USDT"), 0.00001m, 0.01m, 0.001m,
        new HashSet<OrderType> { OrderType.Market, OrderType.Limit, OrderType.Stop, OrderType.StopLimit }, HasGoodTillDate: false,
        options.AbsenceProof)
    {
        // More than any level of the simulated book; an account at the testnet has less.
        SplitQuantity = options.RestUrl.IsLoopback ? 4m : null,
    };

    private BinanceVenue Connect() => new(options, credentials, new StreamOptions(), NullLogger<BinanceLog>.Instance, clock);

    private static T Given<T>(Answer<T> answer)
        where T : class => answer.IsGiven ? answer.Value : throw new BrokerUnavailableException(answer.Failure.ToString());
}
