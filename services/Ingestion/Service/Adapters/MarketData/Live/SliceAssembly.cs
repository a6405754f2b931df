using Superintel.Ingestion.MarketData;
using Superintel.Kernel;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Live;

/// <summary>
/// Puts the bars of one close time together. A slice is done when every instrument is in it, when its patience is over, or when a later one
/// has begun; each close time is one slice, and what comes after is too late.
/// </summary>
internal sealed class SliceAssembly(string feed, BarInterval interval, int instruments, TimeSpan patience)
{
    private readonly SortedDictionary<DateTimeOffset, (DateTimeOffset Begun, List<BarCandidate> Bars)> open = [];
    private DateTimeOffset last = DateTimeOffset.MinValue;

    /// <summary>A closed bar came.</summary>
    /// <returns>False: its slice has gone already, or has the instrument.</returns>
    public bool Add(BarCandidate bar, DateTimeOffset now)
    {
        if (bar.ClosedAt <= last) return false;
        if (!open.TryGetValue(bar.ClosedAt, out var slice)) open[bar.ClosedAt] = slice = (now, []);
        if (slice.Bars.Any(there => there.Instrument == bar.Instrument)) return false;
        slice.Bars.Add(bar);
        return true;
    }

    /// <summary>A slice of that time waits for more.</summary>
    public bool IsOpen(DateTimeOffset closedAt) => open.ContainsKey(closedAt);

    /// <summary>A slice that waits has the very bar.</summary>
    public bool Has(BarCandidate bar) => open.TryGetValue(bar.ClosedAt, out var slice) && slice.Bars.Contains(bar);

    /// <summary>Slices that are done, oldest first.</summary>
    public IReadOnlyList<Slice> Take(DateTimeOffset now)
    {
        var done = new List<Slice>();
        while (open.Count > 0)
        {
            var (closedAt, (begun, bars)) = open.First();
            if (bars.Count < instruments && now - begun < patience && open.Count == 1) break;
            open.Remove(closedAt);
            last = closedAt;
            done.Add(new Slice(feed, new SlicePosition(closedAt, interval), bars));
        }
        return done;
    }
}
