using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData.Freshness;

/// <summary>Decides which series are stale at a moment, and tells of each change once.</summary>
public static class FreshnessGate
{
    /// <param name="known">Every known series, once.</param>
    /// <param name="bars">Good bars that just arrived.</param>
    /// <param name="now">The fleet's time.</param>
    /// <param name="doubt">Why a series that begins now is not to be believed, kebab-case; empty: it is.</param>
    /// <returns>The series that differ from before, and the events for those whose staleness or its reason did.</returns>
    public static FreshnessChange Judge(
        string feed, IReadOnlyList<SeriesFreshness> known, IReadOnlyList<Bar> bars, DateTimeOffset now, FreshnessLimits limits,
        string doubt = "")
    {
        var before = ByKey(known);
        var after = ByKey(known);
        foreach (var bar in bars)
        {
            var series = new SeriesFreshness(feed, bar.Instrument, bar.Interval, bar.ClosedAt, Stale: false) { Doubt = doubt };
            // What an import says of the series is history: only the feed's own bars make the feed fresh.
            if (after.TryGetValue(Key(series), out var last) && last.Feed == feed)
                series = last with { LastBarAt = Later(last.LastBarAt, bar.ClosedAt) };
            after[Key(series)] = series;
        }
        return Changed(feed, before, after, now, limits);
    }

    /// <summary>All series of a feed are doubted, or are not any more.</summary>
    /// <param name="known">Every known series, once.</param>
    /// <param name="doubt">Why the feed is not to be believed, kebab-case; empty: it is.</param>
    /// <param name="now">The fleet's time.</param>
    public static FreshnessChange Doubt(
        string feed, IReadOnlyList<SeriesFreshness> known, string doubt, DateTimeOffset now, FreshnessLimits limits) => Changed(
            feed, ByKey(known), ByKey(known.Select(series => series.Feed == feed ? series with { Doubt = doubt } : series)), now, limits);

    private static FreshnessChange Changed(
        string feed,
        SortedDictionary<(InstrumentId Instrument, TimeSpan Interval), SeriesFreshness> before,
        SortedDictionary<(InstrumentId Instrument, TimeSpan Interval), SeriesFreshness> after,
        DateTimeOffset now,
        FreshnessLimits limits)
    {
        var changed = new List<SeriesFreshness>();
        var events = new List<FeedFreshnessChanged>();
        foreach (var (key, series) in after)
        {
            if (series.Feed != feed) continue;
            var isOld = now - series.LastBarAt > limits.MaximumAge(series.Interval);
            var judged = series with { Stale = isOld || series.Doubt.Length > 0 };
            var previous = before.GetValueOrDefault(key);
            if (judged == previous) continue;
            // A series that begins fresh changes nothing for anyone; only one that begins stale is news.
            if (judged.Reason != (previous is { } && previous.Feed == feed ? previous.Reason : ""))
            {
                judged = judged with { Changes = judged.Changes + 1 };
                events.Add(judged.ToEvent(now));
            }
            changed.Add(judged);
        }
        return new FreshnessChange(changed, events);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static SortedDictionary<(InstrumentId Instrument, TimeSpan Interval), SeriesFreshness> ByKey(
        IEnumerable<SeriesFreshness> all) => new(all.ToDictionary(Key));

    private static (InstrumentId Instrument, TimeSpan Interval) Key(SeriesFreshness series) => (series.Instrument, series.Interval.Length);
}
