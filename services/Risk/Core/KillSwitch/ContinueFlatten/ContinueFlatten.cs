using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;

namespace Superintel.Risk.KillSwitch.ContinueFlatten;

/// <summary>While the desk is being flattened: whenever orders end or a bar closes, what is still held is tried again.</summary>
public sealed class ContinueFlatten(FlattenBook flatten, FollowExits follow, IEvents events)
    : IHandle<PairOrderClosed>, IHandle<OrderDenied>, IHandle<BarClosed>
{
    public async Task Handle(PairOrderClosed happened, CancellationToken ct)
    {
        await follow.Ended(happened.DecisionId, ct);
        await Continue(null, ct);
    }

    public async Task Handle(OrderDenied happened, CancellationToken ct)
    {
        // A second delivery of a clearance is denied while the orders of the first are at work.
        if (happened.Code != "clearance-reused") await follow.Denied(happened.DecisionId, happened.Code, ct);
    }

    public Task Handle(BarClosed happened, CancellationToken ct) => Continue(happened.OccurredAt, ct);

    private async Task Continue(DateTimeOffset? barEnd, CancellationToken ct)
    {
        foreach (var one in await flatten.Continue(barEnd, ct)) await events.Publish(one, ct);
    }
}
