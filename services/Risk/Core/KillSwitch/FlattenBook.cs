using Superintel.Contracts.Events;
using Superintel.Risk.Clearances.Ports;
using Superintel.Risk.KillSwitch.Ports;
using Superintel.Risk.Portfolio.Ports;

namespace Superintel.Risk.KillSwitch;

/// <summary>One step of flattening: exits for what is held and not leaving yet, or the end of it when nothing is held or at work.</summary>
public sealed class FlattenBook(
    IKillSwitch killSwitch, IPositions positions, IReservations reservations, IssueExits exits, TimeProvider clock)
{
    /// <param name="barEnd">End of the bar that is the occasion; null: orders ended or the switch was moved.</param>
    /// <returns>What happened, in order, to be published; empty when the desk is not being flattened.</returns>
    public async ValueTask<IReadOnlyList<IEvent>> Continue(DateTimeOffset? barEnd, CancellationToken ct)
    {
        var current = await killSwitch.Current(ct);
        if (!current.Flatten) return [];
        var held = await positions.Open(ct);
        if (held.Count > 0) return await exits.For(held, current.Version, barEnd, ct);
        if ((await reservations.Open(ct)).Count > 0) return [];
        var done = current.Flattened(clock.GetUtcNow());
        if (!await killSwitch.TrySave(done, ct))
            throw new InvalidOperationException("The kill switch was moved while the desk became flat.");
        return [done.ToContract()];
    }
}
