namespace Superintel.Journal.Chain.Verify;

/// <summary>Walks the chain entry by entry, holding nothing but the last hash.</summary>
public sealed class ChainCheck
{
    private ChainHead last = ChainHead.Empty;

    public ChainHead Last => last;

    /// <summary>Takes the next entry; null when it follows from the one before.</summary>
    public BrokenEntry? Take(JournalEntry entry)
    {
        var expected = last.Sequence + 1;
        if (entry.Sequence != expected)
            return new BrokenEntry(expected, "entry-missing",
                $"Entry {expected} is not there; after {last.Sequence} comes {entry.Sequence}.");
        if (entry.PreviousHash != last.Hash)
            return new BrokenEntry(entry.Sequence, "link-broken",
                $"It names {entry.PreviousHash} as its predecessor, which is {last.Hash}.");
        var hash = Recompute(entry);
        if (entry.Hash != hash)
            return new BrokenEntry(entry.Sequence, "entry-changed",
                $"Its content hashes to {hash ?? "nothing"}, recorded is {entry.Hash}.");
        last = new ChainHead(entry.Sequence, entry.Hash);
        return null;
    }

    /// <summary>Compares the walked chain's end with the head that is kept apart.</summary>
    public BrokenEntry? End(ChainHead head) => head == last
        ? null
        : new BrokenEntry(
            Math.Min(head.Sequence, last.Sequence) + 1,
            "head-mismatch",
            $"The entries end at {last.Sequence} ({last.Hash}), the head says {head.Sequence} ({head.Hash}).");

    // A line feed smuggled into a field makes the layout ambiguous: such an entry has no hash at all.
    private static string? Recompute(JournalEntry entry)
    {
        try
        {
            return EntryHash.Of(entry);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
