using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Risk.KillSwitch.Ports;
using Superintel.Risk.Portfolio.Ports;

namespace Superintel.Risk.KillSwitch.FlattenRemainder;

/// <summary>While the desk is being flattened: when a pair's orders end and something is left of it, the exit is tried again.</summary>
public sealed class FlattenRemainder(IKillSwitch killSwitch, IPositions positions, IssueExits exits, IEvents events) : IHandle<PairOrderClosed>
{
    public async Task Handle(PairOrderClosed happened, CancellationToken ct)
    {
        var current = await killSwitch.Current(ct);
        if (!current.Flatten) return;
        var left = (await positions.Open(ct)).Where(p => p.Key.PairId == happened.PairId);
        foreach (var cleared in await exits.For(left, current.Version, ct)) await events.Publish(cleared, ct);
    }
}
