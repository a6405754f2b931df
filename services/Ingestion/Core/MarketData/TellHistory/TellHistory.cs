using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Ingestion.MarketData.Ports;
using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData.TellHistory;

/// <summary>
/// Tells a live feed's stored bars that no slice has told: the past at its first start, and what closed while it was away. Belongs into the
/// transaction of the slice that comes next, so that whoever keeps history has no hole and no repeat. What comes into a slice that was told
/// before is told by itself, as late, in the transaction that stores it.
/// </summary>
public sealed class TellHistory(IBars bars, IFreshnessBook freshness, IToldHistory history, IEvents events)
{
    /// <summary>How far back a first start reaches, in slices.</summary>
    public const int MostSlices = 1_000;

    private const int PageSize = 20_000;

    /// <param name="instruments">The feed's.</param>
    /// <param name="before">Only slices that closed before this.</param>
    /// <returns>How many slices were told.</returns>
    public async Task<int> Handle(
        string feed, BarInterval interval, IReadOnlyList<InstrumentId> instruments, DateTimeOffset before, CancellationToken ct)
    {
        var farthest = before - (interval.Length * MostSlices);
        var last = await LastTold(feed, interval, ct);
        var from = last is { } known && known >= farthest ? known.AddTicks(TimeSpan.TicksPerMicrosecond) : farthest;
        var (told, open) = (0, new List<Bar>());
        for (BarPosition? after = null; ;)
        {
            var page = await bars.Range(new BarQuery(instruments, interval, from, before, after, PageSize), ct);
            foreach (var bar in page)
            {
                if (open.Count > 0 && open[0].ClosedAt != bar.ClosedAt) told += await Tell(feed, interval, open, ct);
                open.Add(bar);
                last = bar.ClosedAt;
            }
            if (page.Count < PageSize) break;
            after = new BarPosition(page[^1].ClosedAt, page[^1].Instrument);
        }
        told += await Tell(feed, interval, open, ct);
        if (told > 0) await history.Save(feed, interval, last!.Value, ct);
        return told;
    }

    /// <summary>Tells those bars whose slices were told without them; the others come with their slices.</summary>
    /// <param name="stored">Just stored, of one interval; nobody has told them.</param>
    /// <returns>How many were told.</returns>
    public async Task<int> Late(string feed, IReadOnlyList<Bar> stored, CancellationToken ct)
    {
        if (stored.Count == 0 || await LastTold(feed, stored[0].Interval, ct) is not { } last) return 0;
        var farthest = last - (stored[0].Interval.Length * MostSlices);
        return await Late(feed, stored.Where(bar => bar.ClosedAt <= last && bar.ClosedAt > farthest), ct);
    }

    /// <summary>Tells what is stored of a slice and was not in it: it came as past while the slice was put together.</summary>
    /// <param name="instruments">The feed's.</param>
    public async Task<int> Late(BarClosed slice, IReadOnlyList<InstrumentId> instruments, CancellationToken ct)
    {
        var (interval, at) = (BarInterval.Parse(slice.Interval), slice.OccurredAt);
        var told = slice.Bars.Select(bar => bar.InstrumentId).ToHashSet(StringComparer.Ordinal);
        var there = await bars.Range(
            new BarQuery(instruments, interval, at, at.AddTicks(TimeSpan.TicksPerMicrosecond), After: null, PageSize), ct);
        return await Late(slice.Feed, there.Where(bar => !told.Contains(bar.Instrument.ToString())), ct);
    }

    private async Task<int> Late(string feed, IEnumerable<Bar> late, CancellationToken ct)
    {
        var told = 0;
        foreach (var bar in late.OrderBy(bar => bar.ClosedAt).ThenBy(bar => bar.Instrument))
        {
            await events.Publish(new BarsBackfilled(feed, bar.Interval.ToString(), bar.ClosedAt, [bar.Closed()], Late: true), ct);
            told++;
        }
        return told;
    }

    // By a slice that closed, or as past.
    private async ValueTask<DateTimeOffset?> LastTold(string feed, BarInterval interval, CancellationToken ct)
    {
        var book = await freshness.Load(ct);
        var closed = book.Where(s => s.Feed == feed && s.Interval == interval).Select(s => (DateTimeOffset?)s.LastBarAt).Max();
        var past = await history.Last(feed, interval, ct);
        return closed is null || past > closed ? past : closed;
    }

    private async ValueTask<int> Tell(string feed, BarInterval interval, List<Bar> slice, CancellationToken ct)
    {
        if (slice.Count == 0) return 0;
        await events.Publish(
            new BarsBackfilled(feed, interval.ToString(), slice[0].ClosedAt, [.. slice.Select(bar => bar.Closed())]), ct);
        slice.Clear();
        return 1;
    }
}
