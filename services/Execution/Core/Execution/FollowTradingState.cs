using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Ports;

namespace Superintel.Execution.Execution;

/// <summary>
/// Obeys the kill switch: reduce-only ends the pair orders that take on risk, halted ends them all. What never left is canceled here, the
/// rest at its venue.
/// </summary>
public sealed class FollowTradingState(ITradingControl control, IPairOrders pairs, AdvancePair advance) : IHandle<TradingStateChanged>
{
    public async Task Handle(TradingStateChanged happened, CancellationToken ct)
    {
        var next = TradingControl.From(happened);
        var before = await control.Get(ct);
        if (next.Version <= before.Version) return;
        await control.Set(next.After(before), ct);
        foreach (var pair in await pairs.Open(ct)) await advance.Handle(pair.ClearanceId, ct);
    }
}
