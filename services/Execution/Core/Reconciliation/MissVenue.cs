using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Composite;

namespace Superintel.Execution.Reconciliation;

/// <summary>
/// A venue did not come through its first comparison: that is told, once. What was on its way there when the run before ended is unknown;
/// it counts in full and is never sent again.
/// </summary>
public sealed class MissVenue(IOrderBook orders, ApplyBrokerEvent apply, IEvents events, IOrderAlerts alerts, TimeProvider clock)
{
    /// <summary>Once this is committed, the gate is told so.</summary>
    public async Task Handle(VenueStanding waiting, CancellationToken ct)
    {
        var (now, reason) = (clock.GetUtcNow(), waiting.LastError ?? "");
        foreach (var order in await orders.In([OrderState.Submitted], ct))
        {
            if (order.Intent.Venue == waiting.Venue)
                await apply.Handle(new BrokerEvent.OutcomeUnknown(order.Intent.ClientOrderId, now, reason), ct);
        }
        if (waiting.IsTold) return;
        await events.Publish(new VenueComparisonChanged(waiting.Venue, waiting.Account, false, reason, now), ct);
        await alerts.Raise(OrderAlert.NotCompared(waiting.Venue, reason, now), ct);
    }
}
