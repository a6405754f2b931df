using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData.Recorded;

/// <summary>Recorded files merged into one sequence of slices: all that closed at one time with one interval stands in one slice.</summary>
public sealed class RecordedSlices
{
    private readonly string feed;
    private readonly SlicePosition[] positions;
    private readonly List<IReadOnlyList<BarCandidate>>[] rows;

    private RecordedSlices(string feed, SortedDictionary<SlicePosition, List<IReadOnlyList<BarCandidate>>> slices) =>
        (this.feed, positions, rows) = (feed, [.. slices.Keys], [.. slices.Values]);

    public int Count => positions.Length;

    /// <summary>Null when there is no slice.</summary>
    public SlicePosition? First => Count > 0 ? positions[0] : null;

    public SlicePosition? Last => Count > 0 ? positions[^1] : null;

    /// <param name="files">Rows of each file.</param>
    /// <param name="from">Only slices that close at or after this; null from the first.</param>
    /// <param name="to">Only slices that close before this; null to the last.</param>
    public static RecordedSlices Merge(
        string feed, IEnumerable<(BarInterval Interval, IReadOnlyList<RecordedRow> Rows)> files, DateTimeOffset? from, DateTimeOffset? to)
    {
        var slices = new SortedDictionary<SlicePosition, List<IReadOnlyList<BarCandidate>>>();
        foreach (var (interval, rows) in files)
        {
            foreach (var row in rows)
            {
                if (row.ClosedAt < from || row.ClosedAt >= to) continue;
                var position = new SlicePosition(row.ClosedAt, interval);
                if (!slices.TryGetValue(position, out var slice)) slices.Add(position, slice = []);
                slice.Add(row.Bars);
            }
        }
        return new RecordedSlices(feed, slices);
    }

    /// <summary>The first slice after a position; the first of all after null; null after the last.</summary>
    public Slice? After(SlicePosition? position)
    {
        var index = IndexAfter(position);
        return index < Count ? new Slice(feed, positions[index], [.. rows[index].SelectMany(r => r)]) : null;
    }

    public int RemainingAfter(SlicePosition? position) => Count - IndexAfter(position);

    private int IndexAfter(SlicePosition? position)
    {
        if (position is null) return 0;
        var index = Array.BinarySearch(positions, position.Value);
        return index >= 0 ? index + 1 : ~index;
    }
}
