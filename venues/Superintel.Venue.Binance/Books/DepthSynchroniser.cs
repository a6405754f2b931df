namespace Superintel.Venue.Binance.Books;

/// <summary>
/// Keeps a local book true, by Binance's rules: changes are kept until a snapshot comes, those it has are dropped, the first one applied
/// must bridge it, and each one after must follow the one before. Anything missing voids the book.
/// </summary>
/// <remarks>
/// Spot: web-socket-streams.md, "How to manage a local order book correctly". USD-M: the same page of the futures documentation; the first
/// change there has U at or below the snapshot's id and u at or above it.
/// </remarks>
public sealed class DepthSynchroniser(SequenceRule rule)
{
    private const int MostBuffered = 1_000;
    private readonly Queue<DepthChange> buffered = new();
    private bool bridged;

    public DepthBook Book { get; } = new();

    /// <summary>The book is true.</summary>
    public bool IsSynchronised { get; private set; }

    /// <summary>Times the book was voided by something missing.</summary>
    public long Gaps { get; private set; }

    /// <summary>The connection is new: nothing kept so far is of use.</summary>
    public void Restart()
    {
        buffered.Clear();
        (IsSynchronised, bridged) = (false, false);
    }

    /// <summary>A change of the stream; it may be used again by the caller afterwards.</summary>
    public DepthStep Feed(DepthChange change)
    {
        if (IsSynchronised) return Advance(change);
        if (buffered.Count == MostBuffered) buffered.Dequeue(); // the snapshot is late; what it will need is newer
        buffered.Enqueue(change.Clone());
        return DepthStep.Buffered;
    }

    /// <summary>A snapshot, asked for after the first change came.</summary>
    public DepthStep Snapshot(DepthChange snapshot)
    {
        if (buffered.TryPeek(out var first) && snapshot.LastId < FirstUsable(first)) return DepthStep.SnapshotTooOld;
        Book.Reset(snapshot);
        (IsSynchronised, bridged) = (true, false);
        while (IsSynchronised && buffered.TryDequeue(out var change)) Advance(change);
        return IsSynchronised ? DepthStep.Synchronised : DepthStep.Gap;
    }

    // Below it, changes between the snapshot and the first one kept are missing.
    private long FirstUsable(DepthChange first) => rule == SequenceRule.Spot ? first.FirstId - 1 : first.FirstId;

    private DepthStep Advance(DepthChange change)
    {
        var known = Book.LastId;
        if (rule == SequenceRule.Spot ? change.LastId <= known : change.LastId < known) return DepthStep.Ignored;
        if (!Follows(change, known))
        {
            Gaps++;
            (IsSynchronised, bridged) = (false, false);
            // What is kept already goes on where this one ends, so a snapshot that fits it has this one.
            if (buffered.Count == 0) buffered.Enqueue(change.Clone());
            return DepthStep.Gap;
        }
        Book.Apply(change);
        bridged = true;
        return DepthStep.Applied;
    }

    private bool Follows(DepthChange change, long known) => rule switch
    {
        SequenceRule.Spot => bridged ? change.FirstId == known + 1 : change.FirstId <= known + 1,
        _ => bridged ? change.PreviousId == known : change.FirstId <= known,
    };
}
