using Superintel.Contracts.Events;
using Superintel.Ingestion.MarketData.Freshness;
using Superintel.Ingestion.MarketData.Gate;
using Superintel.Ingestion.MarketData.Ports;
using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData.Import;

/// <summary>
/// Takes bars of the past through the gate and stores the good ones. History is not news: no BarClosed comes of it, and it makes no feed
/// fresh. What fails is quarantined and told as always, once: a source that is asked again says the same again. What is stored stays, for
/// decisions were made on it.
/// </summary>
public sealed class AdmitHistory(IBars bars, IQuarantine quarantine, IFreshnessBook freshness, IEvents events, GateLimits limits)
{
    /// <summary>Feed of imported bars in events and in the freshness book.</summary>
    public const string Feed = "import";

    /// <param name="candidates">By instrument, then time; one interval; each place once.</param>
    /// <param name="stored">What is stored at the candidates' places: the same is left alone, another one is a failure.</param>
    /// <param name="classes">Asset class of every candidate's instrument.</param>
    public async Task<AdmittedHistory> Handle(
        IReadOnlyList<BarCandidate> candidates,
        IReadOnlyDictionary<BarPosition, Bar> stored,
        IReadOnlyDictionary<InstrumentId, AssetClass> classes,
        DateTimeOffset now,
        CancellationToken ct)
    {
        var (good, bad, already) = (new List<Bar>(), new List<QuarantinedBar>(), 0);
        foreach (var series in candidates.GroupBy(c => c.Instrument))
        {
            var first = series.First();
            var before = await bars.Last(first.Instrument, first.Interval, first.ClosedAt, limits.Window + 1, ct);
            var track = BarTrack.Of(before, await quarantine.Last(first.Instrument, first.Interval, first.ClosedAt, ct), limits.Window);
            foreach (var candidate in series)
            {
                var there = stored.GetValueOrDefault(new BarPosition(candidate.ClosedAt, candidate.Instrument));
                if (there is not null && there.SaysTheSame(candidate))
                {
                    track = track.Accept(there, limits.Window);
                    already++;
                    continue;
                }
                var failures = DataGate.Judge(
                    candidate,
                    new GateContext(now, classes[candidate.Instrument], Arrival.History, track, there, [], [], limits));
                if (failures.Count > 0)
                {
                    track = track.Refuse(candidate);
                    bad.Add(new QuarantinedBar(candidate, [.. failures.Select(f => f.ToString())], track.ConsecutiveFailures));
                    if (there is not null) track = track.Accept(there, limits.Window);
                    continue;
                }
                var bar = candidate.ToBar();
                track = track.Accept(bar, limits.Window);
                good.Add(bar);
            }
        }
        var refused = await Unknown(bad, ct);
        await bars.Append(good, ct);
        await quarantine.Add(refused, ct);
        foreach (var bar in refused) await events.Publish(bar.Quarantined(Feed), ct);
        await Note(good, ct);
        return new AdmittedHistory(already, bad.Count, refused, good);
    }

    private async Task<IReadOnlyList<QuarantinedBar>> Unknown(List<QuarantinedBar> bad, CancellationToken ct)
    {
        var refused = new List<QuarantinedBar>();
        foreach (var series in bad.GroupBy(b => (b.Candidate.Instrument, b.Candidate.Interval)))
        {
            var (from, to) = (series.Min(b => b.Candidate.ClosedAt), series.Max(b => b.Candidate.ClosedAt));
            var known = (await quarantine.Within(series.Key.Instrument, series.Key.Interval, from, to, ct)).ToHashSet();
            refused.AddRange(series.Where(b => known.Add(b.Candidate)));
        }
        return refused;
    }

    // History is never fresh enough to decide on; the book only remembers that the series is there, unless a feed keeps it.
    private async Task Note(List<Bar> good, CancellationToken ct)
    {
        var book = (await freshness.Load(ct)).ToDictionary(s => (s.Instrument, s.Interval));
        var noted = new List<SeriesFreshness>();
        foreach (var series in good.GroupBy(b => (b.Instrument, b.Interval)))
        {
            var known = book.GetValueOrDefault(series.Key);
            var last = series.Max(b => b.ClosedAt);
            if (known is null || (known.Feed == Feed && known.LastBarAt < last))
                noted.Add(new SeriesFreshness(Feed, series.Key.Instrument, series.Key.Interval, last, Stale: true));
        }
        await freshness.Save(noted, ct);
    }
}
