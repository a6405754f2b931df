namespace Superintel.Ingestion.MarketData.Memory;

/// <summary>Bars of one instrument and interval in order of close time.</summary>
internal sealed class MemorySeries
{
    private readonly List<Bar> bars = [];

    public bool Has(DateTimeOffset closedAt) => IndexOf(closedAt) is var i && i < bars.Count && bars[i].ClosedAt == closedAt;

    public void Add(Bar bar) => bars.Insert(IndexOf(bar.ClosedAt), bar);

    public IReadOnlyList<Bar> Last(DateTimeOffset before, int count)
    {
        var end = IndexOf(before);
        var start = Math.Max(0, end - count);
        return bars.GetRange(start, end - start);
    }

    public IEnumerable<Bar> Range(DateTimeOffset from, DateTimeOffset to)
    {
        for (var i = IndexOf(from); i < bars.Count && bars[i].ClosedAt < to; i++) yield return bars[i];
    }

    // Index of the first bar that closes at or after a moment.
    private int IndexOf(DateTimeOffset closedAt)
    {
        var (low, high) = (0, bars.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (bars[middle].ClosedAt < closedAt) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
