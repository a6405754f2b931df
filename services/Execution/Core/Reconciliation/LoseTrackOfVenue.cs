using Superintel.Execution.Execution;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Trading;

namespace Superintel.Execution.Reconciliation;

/// <summary>
/// A venue did not come through its first comparison: what was on its way there when the run before ended is unknown, and is told so. It
/// counts in full and is never sent again.
/// </summary>
public sealed class LoseTrackOfVenue(IOrderBook orders, ApplyBrokerEvent apply, TimeProvider clock)
{
    public async Task Handle(string venue, string reason, CancellationToken ct)
    {
        foreach (var order in await orders.In([OrderState.Submitted], ct))
        {
            if (order.Intent.Venue == venue)
                await apply.Handle(new BrokerEvent.OutcomeUnknown(order.Intent.ClientOrderId, clock.GetUtcNow(), reason), ct);
        }
    }
}
