using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Ingestion.MarketData.Freshness;
using Superintel.Ingestion.MarketData.Gate;
using Superintel.Ingestion.MarketData.Ports;
using Superintel.Ingestion.ReferenceData.Ports;
using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData.CloseSlice;

/// <summary>
/// Takes one slice through the gate: stores the good bars, sets the others aside, and tells of both, of what became stale or fresh and,
/// last, of the slice itself. A slice of which nothing is good still closes, empty, so that whoever counts slices misses none.
/// </summary>
public sealed class CloseSlice(
    IInstruments instruments,
    IBars bars,
    IQuarantine quarantine,
    IFreshnessBook freshness,
    IEvents events,
    GateTracks tracks,
    IngestionOptions options)
{
    private const int MostInstruments = 100_000;

    /// <param name="replayed">True when the slice is history played again; then its own close is the time.</param>
    /// <param name="now">The fleet's time at which the slice came.</param>
    /// <exception cref="InvalidOperationException">A candidate of an instrument that is not listed: the source was set up
    /// wrongly.</exception>
    public Task<ClosedSlice> Handle(Slice slice, bool replayed, DateTimeOffset now, CancellationToken ct) =>
        Handle(slice, replayed, now, doubt: "", ct);

    /// <param name="replayed">True when the slice is history played again; then its own close is the time.</param>
    /// <param name="now">The fleet's time at which the slice came.</param>
    /// <param name="doubt">Why the feed is not to be believed now, kebab-case: a series that begins with this slice is doubted as the
    /// others are. Empty: it is.</param>
    /// <exception cref="InvalidOperationException">A candidate of an instrument that is not listed: the source was set up
    /// wrongly.</exception>
    public async Task<ClosedSlice> Handle(Slice slice, bool replayed, DateTimeOffset now, string doubt, CancellationToken ct)
    {
        var book = await freshness.Load(ct);
        var stored = await Stored(slice, ct);
        var classes = (await instruments.List(string.Empty, after: null, MostInstruments, ct)).ToDictionary(i => i.Id, i => i.AssetClass);
        var (good, bad) = (new List<Bar>(), new List<QuarantinedBar>());
        foreach (var same in slice.Candidates.GroupBy(c => c.Instrument).OrderBy(g => g.Key))
        {
            var chosen = Preferred(same);
            var others = same.Where(c => c != chosen).ToList();
            var track = await tracks.Before(chosen, bars, quarantine, ct);
            var failures = DataGate.Judge(chosen, new GateContext(
                now,
                ClassOf(chosen, classes),
                Arrival.Current,
                track,
                stored.GetValueOrDefault(chosen.Instrument),
                others,
                await Finer(chosen, book, ct),
                options.Gate));
            if (failures.Count == 0)
            {
                good.Add(chosen.ToBar());
                tracks.Accept(track, good[^1]);
            }
            else
            {
                bad.Add(new QuarantinedBar(chosen, [.. failures.Select(f => f.ToString())], tracks.Refuse(track, chosen)));
            }
        }
        await bars.Append([.. good.Where(b => !stored.ContainsKey(b.Instrument))], ct);
        await quarantine.Add(bad, ct);
        return await Tell(slice, good, bad, FreshnessGate.Judge(slice.Feed, book, good, now, options.Freshness, doubt), replayed, ct);
    }

    private async Task<ClosedSlice> Tell(
        Slice slice, List<Bar> good, List<QuarantinedBar> bad, FreshnessChange change, bool replayed, CancellationToken ct)
    {
        await freshness.Save(change.Changed, ct);
        foreach (var bar in bad) await events.Publish(bar.Quarantined(slice.Feed), ct);
        foreach (var changed in change.Events) await events.Publish(changed, ct);
        var closed = new BarClosed(
            slice.Feed,
            slice.Position.Interval.ToString(),
            slice.Position.ClosedAt,
            replayed,
            [.. good.Select(b => b.Closed())]);
        await events.Publish(closed, ct);
        return new ClosedSlice(closed, good, bad, [.. bad.Where(b => b.ConsecutiveFailures == options.Gate.AlertAfter)]);
    }

    private async ValueTask<Dictionary<InstrumentId, Bar>> Stored(Slice slice, CancellationToken ct)
    {
        var (at, interval) = (slice.Position.ClosedAt, slice.Position.Interval);
        var there = await bars.Range(new BarQuery([], interval, at, at.AddTicks(10), After: null, Limit: MostInstruments), ct);
        return there.ToDictionary(b => b.Instrument);
    }

    // A full bar says more than a close; between equals the name decides, so that every run chooses the same.
    private static BarCandidate Preferred(IEnumerable<BarCandidate> same) =>
        same.OrderBy(c => c.Close is null).ThenBy(c => c.CloseOnly).ThenBy(c => c.Source, StringComparer.Ordinal).First();

    private static AssetClass ClassOf(BarCandidate bar, Dictionary<InstrumentId, AssetClass> classes) =>
        classes.TryGetValue(bar.Instrument, out var assetClass)
            ? assetClass
            : throw new InvalidOperationException($"{bar.Source} gave a bar of {bar.Instrument}, which is not listed.");

    private async ValueTask<IReadOnlyList<Bar>> Finer(BarCandidate bar, IReadOnlyList<SeriesFreshness> book, CancellationToken ct)
    {
        var finest = book
            .Where(s => s.Instrument == bar.Instrument && s.Interval.Length < bar.Interval.Length)
            .Select(s => (BarInterval?)s.Interval)
            .MinBy(i => i!.Value.Length);
        if (finest is null) return [];
        // Close times of the shorter bars inside: after this bar's start, up to and with its end.
        var start = (bar.ClosedAt - bar.Interval.Length).AddTicks(10);
        return await bars.Range(
            new BarQuery([bar.Instrument], finest.Value, start, bar.ClosedAt.AddTicks(10), After: null, Limit: 10_080), ct);
    }
}
