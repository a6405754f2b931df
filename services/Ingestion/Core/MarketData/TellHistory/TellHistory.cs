using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Ingestion.MarketData.Ports;
using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData.TellHistory;

/// <summary>
/// Tells a live feed's stored bars that no slice has told: the past at its first start, and what closed while it was away. Belongs into the
/// transaction of the slice that comes next, so that whoever keeps history has no hole and no repeat.
/// </summary>
public sealed class TellHistory(IBars bars, IFreshnessBook freshness, IEvents events)
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
        var from = await FirstUntold(feed, interval, instruments, before, ct);
        var (told, open) = (0, new List<Bar>());
        for (BarPosition? after = null; ;)
        {
            var page = await bars.Range(new BarQuery(instruments, interval, from, before, after, PageSize), ct);
            foreach (var bar in page)
            {
                if (open.Count > 0 && open[0].ClosedAt != bar.ClosedAt) told += await Tell(feed, interval, open, ct);
                open.Add(bar);
            }
            if (page.Count < PageSize) break;
            after = new BarPosition(page[^1].ClosedAt, page[^1].Instrument);
        }
        return told + await Tell(feed, interval, open, ct);
    }

    private async ValueTask<DateTimeOffset> FirstUntold(
        string feed, BarInterval interval, IReadOnlyList<InstrumentId> instruments, DateTimeOffset before, CancellationToken ct)
    {
        var book = await freshness.Load(ct);
        var last = book.Where(s => s.Feed == feed && s.Interval == interval && instruments.Contains(s.Instrument))
            .Select(s => (DateTimeOffset?)s.LastBarAt)
            .Max();
        var farthest = before - (interval.Length * MostSlices);
        return last is { } told && told >= farthest ? told.AddTicks(TimeSpan.TicksPerMicrosecond) : farthest;
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
