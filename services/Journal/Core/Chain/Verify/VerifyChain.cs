using Superintel.Journal.Chain.Anchors;
using Superintel.Journal.Chain.Ports;

namespace Superintel.Journal.Chain.Verify;

/// <summary>
/// Recomputes every hash from the first entry on, and holds them against the notes kept outside the database; memory stays bounded however
/// long the chain is.
/// </summary>
public sealed class VerifyChain(IEntries entries, IAnchors anchors)
{
    public async Task<Verification> Handle(CancellationToken ct)
    {
        IReadOnlyList<Anchor> noted;
        try
        {
            // Before the head: a note made while we walk is of an entry that belongs to the next verification.
            noted = await anchors.All(ct);
        }
        catch (InvalidDataException failure)
        {
            return new Verification(false, 0, ChainHead.Empty.Hash, new BrokenEntry(1, "anchors-unreadable", failure.Message), 0);
        }
        var head = await entries.Head(ct);
        var (check, held) = (new ChainCheck(), new AnchorCheck(noted));
        await foreach (var entry in entries.After(0, ct))
        {
            if (entry.Sequence > head.Sequence) break;
            if ((check.Take(entry) ?? held.Take(entry)) is { } broken) return Broken(broken);
        }

        return (check.End(head) ?? held.End(check.Last)) is { } cut
            ? Broken(cut)
            : new Verification(true, check.Last.Sequence, check.Last.Hash, null, noted.Count);

        Verification Broken(BrokenEntry broken) => new(false, check.Last.Sequence, check.Last.Hash, broken, noted.Count);
    }
}
