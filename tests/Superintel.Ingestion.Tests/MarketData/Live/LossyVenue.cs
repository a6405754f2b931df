using Superintel.Contracts.Events;
using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.MarketData.Gate;
using Superintel.Ingestion.MarketData.Import;
using Superintel.Ingestion.MarketData.Memory;
using Superintel.Ingestion.ReferenceData;
using Superintel.Ingestion.ReferenceData.Memory;
using Superintel.Ingestion.Service.Adapters.MarketData.Live;
using Superintel.Kernel;
using Superintel.TestKit;
using Historian = Superintel.Ingestion.MarketData.TellHistory.TellHistory;
using Gatekeeper = Superintel.Ingestion.MarketData.CloseSlice.CloseSlice;

namespace Superintel.Ingestion.Tests.MarketData.Live;

/// <summary>A venue that knows all its bars and tells them badly, and a feed that hears it, with everything behind the feed up to the
/// stored bars.</summary>
internal sealed class LossyVenue
{
    public const string Feed = "venue";

    public static readonly DateTimeOffset Start = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    public static readonly BarInterval Interval = BarInterval.Parse("1m");
    private readonly SettableClock clock = new(Start);
    private readonly MemoryBars bars = new();
    private readonly MemoryQuarantine quarantine = new();
    private readonly MemoryFreshnessBook freshness = new();
    private readonly MemoryInstruments instruments = new();
    private readonly MemoryToldHistory told = new();
    private readonly RecordedEvents events = new();
    private readonly IngestionOptions options = new();
    private readonly GateTracks tracks;
    private readonly List<(int Minute, InstrumentId Instrument)> delayed = [];
    private readonly LiveClock live;
    private BarFeed feed;
    private bool away;

    public LossyVenue()
    {
        tracks = new GateTracks(options.Gate);
        live = new LiveClock(clock);
        feed = NewFeed();
        foreach (var id in Instruments)
        {
            var listed = new Instrument(id, id.Symbol, AssetClass.Crypto, new Currency("USDT"), 1m, 0.01m, Tradable: true, "");
            instruments.Save(listed, CancellationToken.None).AsTask().Wait();
        }
    }

    public static IReadOnlyList<InstrumentId> Instruments { get; } =
        [InstrumentId.Parse("AAA.VENUE"), InstrumentId.Parse("BBB.VENUE"), InstrumentId.Parse("CCC.VENUE")];

    /// <summary>What was published, in order.</summary>
    public IReadOnlyList<IEvent> Events => events.All;

    /// <summary>What a feed that loses nothing would store.</summary>
    public static IReadOnlyList<Bar> Truth(int minutes) =>
        [.. Enumerable.Range(1, minutes).SelectMany(m => Instruments.Select(id => Bar(m, id).ToBar()))];

    /// <summary>A bar closes, and something happens to its message.</summary>
    public void Minute(int minute, InstrumentId instrument, string accident)
    {
        var now = Start.AddMinutes(minute).AddSeconds(1 + Instruments.ToList().IndexOf(instrument));
        if (now > clock.GetUtcNow()) clock.Set(now);
        switch (accident)
        {
            case "lost": return;
            case "late": delayed.Add((minute, instrument)); return;
            case "twice": Tell(Closed(minute, instrument)); break;
            case "early": Release(); break;
            case "reconnect": Tell(new LiveItem.Connected()); break;
            case "away": away = true; break;
            case "back": away = false; break;
            case "restart": feed = NewFeed(); Tell(new LiveItem.Connected()); break;
            case "stall": clock.Advance(TimeSpan.FromMinutes(3)); break; // the reader was held up
            case "future": Tell(Closed(minute + 100_000, instrument)); break;
            case "repeated": Tell(Closed(Math.Max(1, minute - 5), instrument)); break;
        }
        Tell(Closed(minute, instrument));
        if (accident == "revised") Tell(new LiveItem.Closed(Bar(minute, instrument) with { Close = 100.05m + instrument.Symbol[0] - 'A' }));
    }

    /// <summary>What was set aside.</summary>
    public IReadOnlyList<QuarantinedBar> SetAside() =>
        [.. quarantine.List(null, null, 100_000, CancellationToken.None).AsTask().Result.Select(entry => entry.Bar)];

    /// <summary>The venue is well again and the connection stands.</summary>
    public IReadOnlyList<Bar> End(int minutes)
    {
        Release();
        away = false;
        if (clock.GetUtcNow() < Start.AddMinutes(minutes).AddSeconds(30)) clock.Set(Start.AddMinutes(minutes).AddSeconds(30));
        Tell(new LiveItem.Connected());
        var query = new BarQuery([], Interval, Start, Start.AddMinutes(minutes).AddTicks(10), After: null, Limit: 100_000);
        return bars.Range(query, CancellationToken.None).AsTask().Result;
    }

    /// <summary>The venue is well again, and a minute closes in time for every instrument.</summary>
    /// <returns>That minute.</returns>
    public int Settle(int minutes)
    {
        End(minutes);
        var next = (int)Math.Floor((clock.GetUtcNow() - Start).TotalMinutes) + 1;
        foreach (var instrument in Instruments) Minute(next, instrument, "none");
        return next;
    }

    private void Release()
    {
        foreach (var (minute, instrument) in delayed) Tell(Closed(minute, instrument));
        delayed.Clear();
    }

    // A start goes through the whole window of history.
    private BarFeed NewFeed() => new(
        Interval, new SliceAssembly(Feed, Interval, Instruments.Count, TimeSpan.FromSeconds(5)), Past,
        Instruments.ToDictionary(id => id, _ => Start), live);

    private Task<LivePast> Past(InstrumentId instrument, DateTimeOffset from, CancellationToken ct)
    {
        if (away) return Task.FromResult(LivePast.Failed("away"));
        var last = (int)Math.Floor((clock.GetUtcNow() - Start).TotalMinutes) + 1; // the running one too
        return Task.FromResult(new LivePast(
            [.. Enumerable.Range(1, last).Select(m => Bar(m, instrument)).Where(b => b.ClosedAt >= from)], clock.GetUtcNow()));
    }

    // All memory adapters answer at once.
    private void Tell(LiveItem item) => Hear(item).Wait();

    private async Task Hear(LiveItem item)
    {
        var history = new Historian(bars, freshness, told, events);
        await foreach (var news in feed.Run(One(item), CancellationToken.None))
        {
            var admit = new AdmitHistory(bars, quarantine, freshness, events, options.Gate);
            if (news is LiveNews.Past { Candidates.Count: > 0 } past)
            {
                var filled = await new LivePastStore(bars, admit, tracks).Fill(
                    past.Candidates, Interval, AssetClass.Crypto, clock.GetUtcNow(), CancellationToken.None);
                await history.Late(Feed, filled.Bars, CancellationToken.None);
            }
            else if (news is LiveNews.Closed closed)
            {
                await history.Handle(Feed, Interval, Instruments, closed.Slice.Position.ClosedAt, CancellationToken.None);
                var slice = await new Gatekeeper(instruments, bars, quarantine, freshness, events, tracks, options)
                    .Handle(closed.Slice, replayed: false, clock.GetUtcNow(), CancellationToken.None);
                await history.Late(slice.Event, Instruments, CancellationToken.None);
            }
        }
    }

    private static async IAsyncEnumerable<LiveItem> One(LiveItem item)
    {
        yield return item;
        await Task.CompletedTask;
    }

    private static LiveItem.Closed Closed(int minute, InstrumentId instrument) => new(Bar(minute, instrument));

    private static BarCandidate Bar(int minute, InstrumentId instrument)
    {
        var close = 100m + (minute % 7 * 0.1m) + (instrument.Symbol[0] - 'A');
        return new BarCandidate(
            "venue", instrument, Interval, Start.AddMinutes(minute), close, close + 0.2m, close - 0.2m, close, 10m + (minute % 3),
            CloseOnly: false);
    }
}
