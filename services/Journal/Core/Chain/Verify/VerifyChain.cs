using Superintel.Journal.Chain.Ports;

namespace Superintel.Journal.Chain.Verify;

/// <summary>Recomputes every hash from the first entry on; memory stays bounded however long the chain is.</summary>
public sealed class VerifyChain(IEntries entries)
{
    public async Task<Verification> Handle(CancellationToken ct)
    {
        // Taken first: entries appended while we walk lie beyond it and belong to the next verification.
        var head = await entries.Head(ct);
        var check = new ChainCheck();
        await foreach (var entry in entries.After(0, ct))
        {
            if (entry.Sequence > head.Sequence) break;
            if (check.Take(entry) is { } broken) return Broken(check, broken);
        }

        return check.End(head) is { } cut ? Broken(check, cut) : new Verification(true, check.Last.Sequence, check.Last.Hash, null);
    }

    private static Verification Broken(ChainCheck check, BrokenEntry broken) => new(false, check.Last.Sequence, check.Last.Hash, broken);
}
