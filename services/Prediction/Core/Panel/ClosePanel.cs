using System.Collections.Frozen;
using System.Collections.Immutable;
using Superintel.Kernel;

namespace Superintel.Prediction.Panel;

/// <summary>
/// Trailing closes of one feed and interval: slices by instruments, oldest first, bounded. Immutable, so that readers and the scoring of
/// the next slice never disturb each other. What is missing (quarantined, not listed yet) stays missing; nothing is carried forward.
/// </summary>
public sealed class ClosePanel
{
    private readonly FrozenDictionary<InstrumentId, int> columns;
    private readonly ImmutableArray<PanelRow> rows;

    private ClosePanel(
        string feed, BarInterval interval, int capacity, FrozenDictionary<InstrumentId, int> columns, ImmutableArray<PanelRow> rows)
    {
        (Feed, Interval, Capacity) = (feed, interval, capacity);
        (this.columns, this.rows) = (columns, rows);
    }

    public string Feed { get; }

    public BarInterval Interval { get; }

    /// <summary>Most slices kept; the oldest leave first.</summary>
    public int Capacity { get; }

    public int Count => rows.Length;

    /// <summary>End of the newest slice, null while empty.</summary>
    public DateTimeOffset? LastAt => rows.IsEmpty ? null : rows[^1].At;

    public static ClosePanel Empty(string feed, BarInterval interval, int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        return new ClosePanel(feed, interval, capacity, FrozenDictionary<InstrumentId, int>.Empty, []);
    }

    /// <summary>The panel with one more slice.</summary>
    /// <exception cref="ArgumentException">The slice is not later than the newest one, or belongs to another feed or interval.</exception>
    public ClosePanel Append(PanelSlice slice)
    {
        if (slice.Feed != Feed || slice.Interval != Interval)
            throw new ArgumentException($"A slice of {slice.Feed}/{slice.Interval} does not belong in {Feed}/{Interval}.", nameof(slice));
        if (slice.At <= LastAt) throw new ArgumentException($"The slice of {slice.At:O} is not later than {LastAt:O}.", nameof(slice));
        var known = Widen(slice);
        var row = Row(slice, known, null);
        var kept = rows.Length < Capacity ? rows.Add(row) : [.. rows.AsSpan()[(rows.Length - Capacity + 1)..], row];
        return new ClosePanel(Feed, Interval, Capacity, known, kept);
    }

    /// <summary>The panel with what was missing from it, in its place: as if it had come in time. What is there stays.</summary>
    public ClosePanel Fill(PanelSlice slice)
    {
        var at = 0;
        while (at < rows.Length && rows[at].At < slice.At) at++;
        if (at == 0 && rows.Length == Capacity && rows[0].At > slice.At) return this; // older than what is kept
        var known = Widen(slice);
        var there = at < rows.Length && rows[at].At == slice.At;
        var row = Row(slice, known, there ? rows[at] : null);
        var filled = there ? rows.SetItem(at, row) : rows.Insert(at, row);
        return new ClosePanel(Feed, Interval, Capacity, known, filled.Length > Capacity ? filled.RemoveAt(0) : filled);
    }

    /// <summary>Slices later than a moment.</summary>
    public int CountAfter(DateTimeOffset moment)
    {
        var count = 0;
        while (count < rows.Length && rows[^(count + 1)].At > moment) count++;
        return count;
    }

    /// <summary>Whether an instrument closed in the newest slice.</summary>
    public bool ClosedLast(InstrumentId id) => !rows.IsEmpty && columns.TryGetValue(id, out var column) && rows[^1].Has(column);

    /// <summary>
    /// The pair's last <paramref name="bars"/> common closes, or null when the newest slice lacks a leg or the panel does not hold so
    /// many within <paramref name="bars"/> + <paramref name="missing"/> slices.
    /// </summary>
    public PairWindow? Window(PairId pair, int bars, int missing)
    {
        if (!ClosedLast(pair.A) || !ClosedLast(pair.B)) return null;
        var (a, b) = (columns[pair.A], columns[pair.B]);
        var oldest = Math.Max(0, rows.Length - bars - missing);
        var common = new PanelRow[bars];
        var left = bars;
        for (var i = rows.Length - 1; i >= oldest && left > 0; i--)
            if (rows[i].Has(a) && rows[i].Has(b)) common[--left] = rows[i];
        return left == 0 ? new PairWindow(pair, common, a, b) : null;
    }

    /// <summary>As <see cref="Window"/>, but as many common closes as there are, up to <paramref name="bars"/>; for display.</summary>
    public PairWindow Latest(PairId pair, int bars)
    {
        if (!columns.TryGetValue(pair.A, out var a) || !columns.TryGetValue(pair.B, out var b)) return new PairWindow(pair, [], 0, 0);
        var common = rows.Where(row => row.Has(a) && row.Has(b)).TakeLast(bars).ToArray();
        return new PairWindow(pair, common, a, b);
    }

    private static PanelRow Row(PanelSlice slice, FrozenDictionary<InstrumentId, int> known, PanelRow? there)
    {
        var closes = new decimal[known.Count];
        foreach (var close in slice.Closes) closes[known[close.Id]] = close.Close;
        for (var column = 0; there is not null && column < closes.Length; column++)
            if (there.Has(column)) closes[column] = there.Close(column);
        return new PanelRow(slice.At, closes);
    }

    private FrozenDictionary<InstrumentId, int> Widen(PanelSlice slice)
    {
        if (slice.Closes.All(close => columns.ContainsKey(close.Id))) return columns;
        var wider = columns.ToDictionary();
        foreach (var close in slice.Closes) wider.TryAdd(close.Id, wider.Count);
        return wider.ToFrozenDictionary();
    }
}
