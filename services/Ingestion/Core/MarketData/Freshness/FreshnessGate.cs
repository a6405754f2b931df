using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData.Freshness;

/// <summary>Decides which series are stale at a moment, and tells of each change once.</summary>
public static class FreshnessGate
{
    /// <param name="known">Every known series, once.</param>
    /// <param name="bars">Good bars that just arrived.</param>
    /// <param name="now">The fleet's time.</param>
    /// <returns>The series that differ from before, and the events for those whose staleness did.</returns>
    public static FreshnessChange Judge(
        string feed, IReadOnlyList<SeriesFreshness> known, IReadOnlyList<Bar> bars, DateTimeOffset now, FreshnessLimits limits)
    {
        var before = new SortedDictionary<(InstrumentId Instrument, TimeSpan Interval), SeriesFreshness>();
        foreach (var series in known) before.Add(Key(series), series);
        var after = new SortedDictionary<(InstrumentId Instrument, TimeSpan Interval), SeriesFreshness>(before);
        foreach (var bar in bars)
        {
            var series = new SeriesFreshness(feed, bar.Instrument, bar.Interval, bar.ClosedAt, Stale: false);
            // What an import says of the series is history: only the feed's own bars make the feed fresh.
            if (after.TryGetValue(Key(series), out var last) && last.Feed == feed)
                series = last with { LastBarAt = Later(last.LastBarAt, bar.ClosedAt) };
            after[Key(series)] = series;
        }

        var changed = new List<SeriesFreshness>();
        var events = new List<FeedFreshnessChanged>();
        foreach (var (key, series) in after)
        {
            if (series.Feed != feed) continue;
            var judged = series with { Stale = now - series.LastBarAt > limits.MaximumAge(series.Interval) };
            var previous = before.GetValueOrDefault(key);
            if (judged == previous) continue;
            changed.Add(judged);
            // A series that begins fresh changes nothing for anyone; only one that begins stale is news.
            if (judged.Stale != (previous is { } && previous.Feed == feed && previous.Stale)) events.Add(Event(judged, now));
        }
        return new FreshnessChange(changed, events);
    }

    private static FeedFreshnessChanged Event(SeriesFreshness series, DateTimeOffset now) =>
        new(series.Feed, series.Instrument.ToString(), series.Stale, series.LastBarAt, now);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static (InstrumentId Instrument, TimeSpan Interval) Key(SeriesFreshness series) => (series.Instrument, series.Interval.Length);
}
