using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.MarketData.CloseSlice;
using Superintel.Ingestion.MarketData.Freshness;
using Superintel.Ingestion.MarketData.Ports;
using Superintel.Ingestion.MarketData.TellHistory;
using Superintel.Ingestion.ReferenceData.ListInstruments;
using Superintel.Ingestion.Service.Adapters.MarketData.Broadcast;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Live;

/// <summary>Runs the feed: lists the instruments, stores the past, closes slice after slice, each step in a transaction of its
/// own.</summary>
internal sealed class LiveFeedWorker(
    ITransactions transactions, ILiveSource source, LiveClock clock, IngestionOptions ingestion, BarBroadcast broadcast,
    MarketDataMeters meters, ILogger<LiveFeedWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan OutagePause = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(2);
    private readonly BarInterval interval = source.Plan.Interval;
    private string doubt = "";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Pause;
            try
            {
                await Follow(stoppingToken);
            }
            catch (Exception) when (!stoppingToken.IsCancellationRequested && source.PlannedOutage(clock.Now) is { } outage)
            {
                pause = OutagePause;
                log.FeedAway(source.Name, outage, pause);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The store or the venue is away: what was missed meanwhile is asked for at the next start.
                log.FeedFailed(source.Name, pause, failure);
            }
            if (!stoppingToken.IsCancellationRequested) await DoubtAway(stoppingToken);
            await Task.Delay(pause, stoppingToken);
        }
    }

    // Until the next session has asked for what was missed.
    private async Task DoubtAway(CancellationToken ct)
    {
        try
        {
            await Doubt("feed-away", ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            // The store is away as well: nothing can be closed or decided either, and the next failure says it again.
            log.DoubtNotStored(source.Name, failure);
        }
    }

    private async Task Doubt(string why, CancellationToken ct)
    {
        var told = await transactions.RunExclusive(
            (scope, inner) => scope.GetRequiredService<DoubtFeed>().Handle(why, clock.Now, inner), ct);
        if (told > 0 && why.Length > 0) log.Doubted(source.Name, told, why);
        else if (told > 0) log.Believed(source.Name, told);
        doubt = why;
    }

    private async Task Follow(CancellationToken ct)
    {
        await using var session = await source.Open(ct);
        var classes = session.Instruments.ToDictionary(instrument => instrument.Id, instrument => instrument.AssetClass);
        var told = await transactions.RunExclusive(
            (scope, inner) => scope.GetRequiredService<ListInstruments>().Handle(session.Instruments, inner), ct);
        log.Listed(source.Name, classes.Count, interval.ToString(), told);
        if (clock.Ahead.Duration() > ClockTolerance) log.ClockIsOff(source.Name, Math.Round(-clock.Ahead.TotalSeconds, 3));
        if (interval != BarInterval.Day && source.Plan.HistoryDays > 0) await LearnDays(session, classes, ct);
        var feed = new BarFeed(
            interval, new SliceAssembly(ingestion.Feed, interval, classes.Count, source.Plan.Patience),
            (instrument, from, inner) => session.Past(instrument, interval, from, inner),
            await transactions.RunExclusive((scope, inner) => Settled(scope, classes.Keys, inner), ct), clock, () => session.Doubt);
        await foreach (var news in feed.Run(session.Stream(ct), ct)) await Take(news, classes, ct);
    }

    // Risk measures from days, whatever length is traded.
    private async Task LearnDays(ILiveSession session, Dictionary<InstrumentId, AssetClass> classes, CancellationToken ct)
    {
        var now = clock.Now;
        var since = now - (BarInterval.Day.Length * source.Plan.HistoryDays);
        foreach (var instrument in classes.Keys.Order())
        {
            var days = await session.Past(instrument, BarInterval.Day, since, ct);
            if (days.Failure is { } why)
            {
                log.Missing(source.Name, instrument, since, why);
                continue;
            }
            await Keep([.. days.Final()], BarInterval.Day, classes, ct);
        }
        await transactions.RunExclusive((scope, inner) => Tell(scope, BarInterval.Day, now, classes.Keys, inner), ct);
    }

    private async Task<int> Tell(
        IServiceProvider scope, BarInterval length, DateTimeOffset before, IEnumerable<InstrumentId> instruments, CancellationToken ct)
    {
        var told = await scope.GetRequiredService<TellHistory>().Handle(ingestion.Feed, length, [.. instruments.Order()], before, ct);
        if (told > 0) log.PastTold(told, length.ToString());
        return told;
    }

    private async Task Take(LiveNews news, Dictionary<InstrumentId, AssetClass> classes, CancellationToken ct)
    {
        switch (news)
        {
            case LiveNews.Past past:
                await Keep(past.Candidates, interval, classes, ct);
                break;
            case LiveNews.Closed closed:
                var slice = await transactions.RunExclusive((scope, inner) => Close(scope, closed.Slice, classes.Keys, inner), ct);
                meters.Count(slice);
                broadcast.Tell(slice.Event);
                Report(slice.Quarantined);
                break;
            case LiveNews.Doubted doubted:
                await Doubt(doubted.Why ?? "", ct);
                break;
            case LiveNews.Missing missing:
                log.Missing(source.Name, missing.Instrument, missing.Since, missing.Reason);
                break;
        }
    }

    private async Task<ClosedSlice> Close(
        IServiceProvider scope, Slice slice, IEnumerable<InstrumentId> instruments, CancellationToken ct)
    {
        await Tell(scope, slice.Position.Interval, slice.Position.ClosedAt, instruments, ct);
        var closed = await scope.GetRequiredService<CloseSlice>().Handle(slice, replayed: false, clock.Now, doubt, ct);
        var late = await scope.GetRequiredService<TellHistory>().Late(closed.Event, [.. instruments.Order()], ct);
        if (late > 0) log.LateTold(late, closed.Event.Interval);
        return closed;
    }

    private async Task Keep(
        IReadOnlyList<BarCandidate> past, BarInterval length, Dictionary<InstrumentId, AssetClass> classes, CancellationToken ct)
    {
        if (past.Count == 0) return;
        var instrument = past[0].Instrument;
        var admitted = await transactions.RunExclusive(
            async (scope, inner) =>
            {
                var filled = await scope.GetRequiredService<LivePastStore>().Fill(past, length, classes[instrument], clock.Now, inner);
                var late = await scope.GetRequiredService<TellHistory>().Late(ingestion.Feed, filled.Bars, inner);
                if (late > 0) log.LateTold(late, length.ToString());
                return filled;
            },
            ct);
        if (admitted.Stored > 0) log.PastStored(source.Name, admitted.Stored, instrument, length.ToString());
        Report(admitted.Refused);
    }

    private void Report(IReadOnlyList<QuarantinedBar> refused)
    {
        foreach (var series in refused.GroupBy(bar => bar.Candidate.Instrument))
        {
            var first = series.First();
            log.Refused(series.Count(), series.Key, source.Name, first.Candidate.ClosedAt, string.Join("; ", first.Failures));
        }
        foreach (var alert in refused.Where(bar => bar.ConsecutiveFailures == ingestion.Gate.AlertAfter))
        {
            var bar = alert.Candidate;
            log.RefusedInARow(alert.ConsecutiveFailures, bar.Instrument, bar.ClosedAt, string.Join("; ", alert.Failures));
        }
    }

    // The whole window is gone through again: a hole that an earlier run had to leave is older than the last stored bar.
    private async Task<IReadOnlyDictionary<InstrumentId, DateTimeOffset>> Settled(
        IServiceProvider scope, IEnumerable<InstrumentId> instruments, CancellationToken ct)
    {
        var bars = scope.GetRequiredService<IBars>();
        var since = clock.Now - (interval.Length * source.Plan.HistoryBars);
        var settled = new SortedDictionary<InstrumentId, DateTimeOffset>();
        foreach (var instrument in instruments)
        {
            var stored = await bars.Last(instrument, interval, clock.Now.AddDays(1), 1, ct);
            settled[instrument] = stored.Count > 0 && stored[^1].ClosedAt < since ? stored[^1].ClosedAt : since;
        }
        return settled;
    }
}
