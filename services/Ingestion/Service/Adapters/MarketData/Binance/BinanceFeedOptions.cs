using Superintel.Kernel;
using Superintel.Venue.Binance.Books;
using Superintel.Venue.Binance.Spot;
using Superintel.Venue.Binance.Transport;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Binance;

/// <summary>Live bars from Binance (section Binance). Off unless enabled; needs no key, for market data are public.</summary>
internal sealed record BinanceFeedOptions
{
    /// <summary>Default false.</summary>
    public bool Enabled { get; init; }

    /// <summary>spot (default), or usd-margined: perpetual futures, of which only data are taken; they are listed as not
    /// tradable.</summary>
    public string Market { get; init; } = "spot";

    /// <summary>Default: the exchange's address for public data alone, where no order can go; of futures its only one.</summary>
    public Uri RestUrl { get => field ?? new(IsFutures ? "https://fapi.binance.com" : "https://data-api.binance.vision"); init; }

    /// <summary>Default: the exchange's public streams.</summary>
    public Uri StreamsUrl { get => field ?? new(IsFutures ? "wss://fstream.binance.com" : "wss://stream.binance.com:9443"); init; }

    /// <summary>Instrument id to symbol, for example BTCUSDT.BINANCE to BTCUSDT. 1 to 200.</summary>
    public IReadOnlyDictionary<string, string> Instruments { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>A length that the exchange has: 1m, 5m, 15m, 30m, 1h, 4h, 1d. Default 1m.</summary>
    public string Interval { get; init; } = "1m";

    /// <summary>How many bars of the past are gone through for holes at the start, 0 to 1,000. Default 500.</summary>
    public int HistoryBars { get; init; } = 500;

    /// <summary>How many daily bars are asked for at the start, for whoever measures risk from days: 0 to 1,000. Default 400.</summary>
    public int HistoryDays { get; init; } = 400;

    /// <summary>How long a slice waits for its last instrument. Default 5 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    internal bool IsFutures => Market == "usd-margined";

    // The desk's Binance account is a spot account.
    internal bool Tradable => !IsFutures;

    internal string SourceName => IsFutures ? "binance-usdm" : "binance";

    internal SequenceRule Rule => IsFutures ? SequenceRule.UsdMargined : SequenceRule.Spot;

    /// <exception cref="InvalidOperationException">Something that cannot be.</exception>
    public void Check()
    {
        var lengths = new[] { "1m", "5m", "15m", "30m", "1h", "4h", "1d" };
        if (Market is not ("spot" or "usd-margined"))
            throw new InvalidOperationException($"Binance:Market is '{Market}'; choose spot or usd-margined.");
        if (Instruments.Count is 0 or > 200 || Instruments.Keys.Any(id => !InstrumentId.TryParse(id, out _)))
            throw new InvalidOperationException("Binance:Instruments names 1 to 200 instruments, each SYMBOL.VENUE with its symbol.");
        if (Instruments.Values.Distinct(StringComparer.Ordinal).Count() < Instruments.Count)
            throw new InvalidOperationException("Binance:Instruments gives a symbol to two instruments.");
        if (!lengths.Contains(Interval))
            throw new InvalidOperationException($"Binance:Interval is '{Interval}'; choose {string.Join(", ", lengths)}.");
        if (HistoryBars is < 0 or > 1_000) throw new InvalidOperationException("Binance:HistoryBars is from 0 to 1,000.");
        if (HistoryDays is < 0 or > 1_000) throw new InvalidOperationException("Binance:HistoryDays is from 0 to 1,000.");
        if (Patience <= TimeSpan.Zero) throw new InvalidOperationException("Binance:Patience is above zero.");
    }

    internal MarketDataClient NewClient() => new(
        new RestTransport(
            new HttpClient { Timeout = Timeout.InfiniteTimeSpan }, new ExchangeAddress(RestUrl, StreamsUrl, null), null,
            IsFutures ? TransportOptions.UsdMargined : TransportOptions.Spot, TimeProvider.System),
        IsFutures ? MarketPaths.UsdMargined : MarketPaths.Spot);
}
