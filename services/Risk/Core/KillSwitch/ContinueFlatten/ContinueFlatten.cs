using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;

namespace Superintel.Risk.KillSwitch.ContinueFlatten;

/// <summary>While the desk is being flattened: whenever orders end or a bar closes, what is still held is tried again.</summary>
public sealed class ContinueFlatten(FlattenBook flatten, IEvents events) : IHandle<PairOrderClosed>, IHandle<BarClosed>
{
    public Task Handle(PairOrderClosed happened, CancellationToken ct) => Continue(ct);

    public Task Handle(BarClosed happened, CancellationToken ct) => Continue(ct);

    private async Task Continue(CancellationToken ct)
    {
        foreach (var one in await flatten.Continue(ct)) await events.Publish(one, ct);
    }
}
