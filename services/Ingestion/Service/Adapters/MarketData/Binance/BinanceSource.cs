using Superintel.Ingestion.ReferenceData;
using Superintel.Ingestion.Service.Adapters.MarketData.Live;
using Superintel.Kernel;
using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Spot;
using Superintel.Venue.Binance.Transport;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Binance;

/// <summary>Candles of Binance: spot, or futures that are margined in USD.</summary>
internal sealed class BinanceSource : ILiveSource
{
    private readonly BinanceFeedOptions options;
    private readonly LiveClock clock;

    /// <exception cref="InvalidOperationException">Options that cannot be.</exception>
    public BinanceSource(BinanceFeedOptions options, LiveClock clock)
    {
        options.Check();
        (this.options, this.clock) = (options, clock);
        Plan = new LivePlan(BarInterval.Parse(options.Interval), options.HistoryBars, options.HistoryDays, options.Patience);
        // One for all sessions: the exchange counts requests by the minute, not by our attempts.
        Client = options.NewClient();
    }

    /// <summary>Requests to the exchange, within its limits.</summary>
    public MarketDataClient Client { get; }

    public string Name => options.SourceName;

    public LivePlan Plan { get; }

    /// <summary>Never: the exchange plans none by the clock.</summary>
    public string? PlannedOutage(DateTimeOffset now) => null;

    public async Task<ILiveSession> Open(CancellationToken ct)
    {
        var info = await Client.ExchangeInfo(ct);
        if (!info.IsGiven) throw new InvalidOperationException($"exchangeInfo: {info.Failure}");
        var now = await Client.Time(ct);
        if (!now.IsGiven) throw new InvalidOperationException($"time: {now.Failure}");
        clock.Hear(now.Value.At);
        var symbols = new SortedDictionary<string, Instrument>(StringComparer.Ordinal);
        foreach (var (id, symbol) in options.Instruments)
        {
            symbols[symbol] = Listed(InstrumentId.Parse(id), info.Value.Symbols.FirstOrDefault(s => s.Symbol == symbol)
                ?? throw new InvalidOperationException($"The exchange does not list {symbol}."));
        }
        return new BinanceSession(Client, symbols, options, clock);
    }

    private Instrument Listed(InstrumentId id, SymbolInfo symbol) => new(
        id, $"{symbol.BaseAsset}/{symbol.QuoteAsset}{(options.IsFutures ? " perpetual" : "")}", AssetClass.Crypto,
        new Currency(symbol.QuoteAsset), symbol.Filters.Lot?.Step is > 0m and var lot ? lot : 0.00000001m,
        symbol.Filters.Price?.Step is > 0m and var tick ? tick : 0.00000001m, symbol.Trading && options.Tradable, string.Empty);
}
