using Superintel.Journal.Chain.Anchors;

namespace Superintel.Journal.Chain.Verify;

/// <summary>Holds the walked chain against the notes made of its end.</summary>
internal sealed class AnchorCheck(IReadOnlyList<Anchor> anchors)
{
    private int next;

    /// <summary>Takes the next whole entry; null when no note says otherwise.</summary>
    public BrokenEntry? Take(JournalEntry entry)
    {
        while (next < anchors.Count && anchors[next].Sequence < entry.Sequence) next++;
        if (next == anchors.Count || anchors[next].Sequence != entry.Sequence || anchors[next].Hash == entry.Hash) return null;
        return new BrokenEntry(entry.Sequence, "anchor-mismatch",
            $"Its hash is {entry.Hash}, noted outside the database at {anchors[next].At:u} was {anchors[next].Hash}.");
    }

    /// <summary>Null when every note is of an entry that was walked.</summary>
    public BrokenEntry? End(ChainHead last) => anchors.Count > 0 && anchors[^1].Sequence > last.Sequence
        ? new BrokenEntry(last.Sequence + 1, "anchor-missing",
            $"The chain ends at {last.Sequence}; at {anchors[^1].At:u} it was noted to reach {anchors[^1].Sequence}.")
        : null;
}
