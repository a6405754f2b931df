using System.Collections.Immutable;
using Superintel.Contracts.Events;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Trading.Composite;
using Superintel.Kernel;

namespace Superintel.Execution.Execution;

/// <summary>
/// Ends orders: in a halt all that works, whatever its pair order's rules say of it; and names the cancels that are due. A pair order whose
/// rules break has no part in this.
/// </summary>
public sealed class TakeBack(
    IOrderBook orders, ITradingControl control, VenueGate gate, PairsAside aside, IEvents events, TimeProvider clock)
{
    /// <returns>The cancels of a halt; empty: there is none, or nothing is left to be taken back.</returns>
    public async Task<ImmutableArray<Dispatch>> InHalt(CancellationToken ct)
    {
        if ((await control.Get(ct)).State != TradingState.Halted) return [];
        await Request(ct);
        return await Due(ct);
    }

    /// <summary>Wants the end of all that works.</summary>
    internal async Task Request(CancellationToken ct)
    {
        foreach (var order in await orders.In([OrderState.Initialized, OrderState.Accepted, OrderState.PartiallyFilled], ct))
            await aside.Tend(order.Intent.ClearanceId, () => Request(order, ct), inHalt: true);
    }

    /// <summary>The cancels that must leave now.</summary>
    internal async Task<ImmutableArray<Dispatch>> Due(CancellationToken ct)
    {
        // A halt takes back what it can, wherever it works: a cancel adds no risk, and may be repeated.
        var isHalted = (await control.Get(ct)).State == TradingState.Halted;
        var pending = await orders.In([OrderState.PendingCancel], ct);
        return
        [
            .. pending.Where(order => !order.Progress.CancelSent
                    && (isHalted ? IsDueInHalt(order) : IsDue(order) && gate.IsOpen(order.Intent.Venue)))
                .Select(order => new Dispatch.Cancel(order) { InHalt = isHalted }),
        ];
    }

    private async Task Request(Order order, CancellationToken ct)
    {
        var change = OrderMoves.RequestCancel(order, "The kill switch ends it.", clock.GetUtcNow());
        await orders.Save(change.Order, ct);
        foreach (var told in change.Events) await events.Publish(told, ct);
    }

    private bool IsDue(Order order) => TryAgain.IsDue(order.Progress.NotBefore, clock.GetUtcNow());

    // However often it was refused before, a halt says it again with the shortest pause.
    private bool IsDueInHalt(Order order) => TryAgain.IsDue(
        order.Progress.NotBefore - TryAgain.After(order.Progress.Tries) + TryAgain.After(1), clock.GetUtcNow());
}
