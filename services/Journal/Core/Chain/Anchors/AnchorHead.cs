using Superintel.Journal.Chain.Ports;

namespace Superintel.Journal.Chain.Anchors;

/// <summary>Notes the end of the chain outside its database, when it has moved since the last note.</summary>
/// <param name="wall">The machine's clock.</param>
public sealed class AnchorHead(IEntries entries, IAnchors anchors, TimeProvider wall)
{
    /// <returns>Null when there was nothing new to note.</returns>
    public async Task<Anchor?> Handle(CancellationToken ct)
    {
        var head = await entries.Head(ct);
        var known = await anchors.All(ct);
        if (head.Sequence <= (known.Count > 0 ? known[^1].Sequence : 0)) return null;
        var anchor = new Anchor(head.Sequence, head.Hash, wall.GetUtcNow());
        await anchors.Add(anchor, ct);
        return anchor;
    }
}
