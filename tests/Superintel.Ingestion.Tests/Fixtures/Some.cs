using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.MarketData.Gate;
using Superintel.Ingestion.ReferenceData;
using Superintel.Kernel;

namespace Superintel.Ingestion.Tests.Fixtures;

/// <summary>Ordinary things that tests vary.</summary>
internal static class Some
{
    public static readonly InstrumentId Id = InstrumentId.Parse("KO.XNYS");

    public static readonly InstrumentId OtherId = InstrumentId.Parse("PG.XNYS");

    /// <summary>Close of day n of 1991.</summary>
    public static DateTimeOffset Day(int n) => new DateTimeOffset(1991, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(n);

    public static Instrument Instrument(InstrumentId? id = null, AssetClass assetClass = AssetClass.Equity) =>
        new(id ?? Id, (id ?? Id).Symbol, assetClass, Currency.Usd, 1m, 0.01m, Tradable: true, "Consumer Staples");

    public static Bar Bar(int day, decimal close = 100m, decimal? volume = null, InstrumentId? id = null, BarInterval? interval = null) =>
        new(id ?? Id, interval ?? BarInterval.Day, Day(day), close, close, close, close, volume, CloseOnly: true);

    public static BarCandidate Candidate(int day, decimal? close = 100m, decimal? volume = null, InstrumentId? id = null) =>
        BarCandidate.OfClose("test", id ?? Id, BarInterval.Day, Day(day), close, volume);

    public static BarCandidate FullCandidate(int day, decimal? open, decimal? high, decimal? low, decimal? close, decimal? volume = null) =>
        new("test", Id, BarInterval.Day, Day(day), open, high, low, close, volume, CloseOnly: false);

    /// <summary>A quiet history of so many days: closes around 100 with returns of about half a percent.</summary>
    public static BarTrack Track(int days, decimal? volume = null) =>
        BarTrack.Of([.. Enumerable.Range(1, days).Select(d => Bar(d, QuietClose(d), volume))], null, new GateLimits().Window);

    public static decimal QuietClose(int day) => 100m + (day % 3 * 0.5m);

    public static GateContext Context(
        BarTrack? track = null, DateTimeOffset? now = null, AssetClass assetClass = AssetClass.Equity, Arrival arrival = Arrival.History) =>
        new(now ?? Day(10_000), assetClass, arrival, track ?? BarTrack.Empty, null, [], [], new GateLimits());

    public static QuarantinedBar Quarantined(int day, InstrumentId? id = null, int consecutive = 1) =>
        new(Candidate(day, close: null, id: id), ["completeness: missing close"], consecutive);
}
