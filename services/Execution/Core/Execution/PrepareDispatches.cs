using System.Collections.Immutable;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Ports;

namespace Superintel.Execution.Execution;

/// <summary>
/// First half of sending: marks stored orders as submitted and names what must leave. Once this is committed, a crash leaves an order that
/// the venue may have, and that is asked for instead of being sent again.
/// </summary>
public sealed class PrepareDispatches(IOrderBook orders, TimeProvider clock)
{
    public async Task<ImmutableArray<Dispatch>> Handle(CancellationToken ct)
    {
        var dispatches = ImmutableArray.CreateBuilder<Dispatch>();
        foreach (var order in await orders.In([OrderState.PendingCancel], ct))
            if (!order.Progress.CancelSent) dispatches.Add(new Dispatch.Cancel(order));
        foreach (var order in await orders.In([OrderState.Initialized], ct))
        {
            var sending = OrderMoves.Send(order, clock.GetUtcNow()).Order;
            await orders.Save(sending, ct);
            dispatches.Add(new Dispatch.Submit(sending));
        }
        return dispatches.ToImmutable();
    }
}
