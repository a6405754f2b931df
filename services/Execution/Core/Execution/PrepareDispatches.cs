using System.Collections.Immutable;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Trading.Composite;
using Superintel.Kernel;

namespace Superintel.Execution.Execution;

/// <summary>
/// First half of sending: marks stored orders as submitted and names what must leave. Once this is committed, a crash leaves an order that
/// the venue may have, and that is asked for instead of being sent again. What is for a venue that has not been compared stays stored.
/// </summary>
public sealed class PrepareDispatches(IOrderBook orders, ITradingControl control, VenueGate gate, TimeProvider clock)
{
    public async Task<ImmutableArray<Dispatch>> Handle(CancellationToken ct)
    {
        var dispatches = ImmutableArray.CreateBuilder<Dispatch>();
        foreach (var order in await orders.In([OrderState.PendingCancel], ct))
            if (!order.Progress.CancelSent && await MayTakeBack(order, ct)) dispatches.Add(new Dispatch.Cancel(order));
        foreach (var order in await orders.In([OrderState.Initialized], ct))
        {
            if (await Waits(order, ct)) continue;
            var sending = OrderMoves.Send(order, clock.GetUtcNow()).Order;
            await orders.Save(sending, ct);
            dispatches.Add(new Dispatch.Submit(sending));
        }
        return dispatches.ToImmutable();
    }

    // A halt takes back what it can, wherever it works: a cancel adds no risk, and may be repeated.
    private async ValueTask<bool> MayTakeBack(Order order, CancellationToken ct) =>
        gate.IsOpen(order.Intent.Venue) || (await control.Get(ct)).State == TradingState.Halted;

    // A leg does not go ahead of one that cannot: half a pair is the risk that the pair was made to avoid. What is traded back goes.
    private async ValueTask<bool> Waits(Order order, CancellationToken ct)
    {
        if (gate.IsWholeOpen) return false;
        if (!gate.IsOpen(order.Intent.Venue)) return true;
        if (order.Intent.Purpose == OrderPurpose.Unwind) return false;
        return (await orders.Of(order.Intent.ClearanceId, ct)).Any(other => !other.State.IsOver() && !gate.IsOpen(other.Intent.Venue));
    }
}
