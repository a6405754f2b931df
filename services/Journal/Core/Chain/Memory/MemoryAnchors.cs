using Superintel.Journal.Chain.Anchors;
using Superintel.Journal.Chain.Ports;

namespace Superintel.Journal.Chain.Memory;

/// <summary>Notes that live as long as the process.</summary>
public sealed class MemoryAnchors : IAnchors
{
    private readonly List<Anchor> anchors = [];

    public Task<IReadOnlyList<Anchor>> All(CancellationToken ct) => Task.FromResult<IReadOnlyList<Anchor>>([.. anchors]);

    public Task Add(Anchor anchor, CancellationToken ct)
    {
        anchors.Add(anchor);
        return Task.CompletedTask;
    }
}
