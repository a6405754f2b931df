using Superintel.Contracts.Events;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Pairs;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Trading.Composite;
using Superintel.Kernel;

namespace Superintel.Execution.Execution;

/// <summary>
/// Takes pair orders on that no word of a venue moves: time that ran out, a halt that came without an event, and orders that are over and
/// of which not every fill is known. Called at every look of the sender; asked again at the same moment it has nothing more to do.
/// </summary>
public sealed class TendPairs(
    IPairOrders pairs,
    IOrderBook orders,
    ITradingControl control,
    ConfirmOrder confirm,
    AdvancePair advance,
    VenueGate gate,
    IEvents events,
    TimeProvider clock)
{
    private static readonly IReadOnlyCollection<OrderState> Doubtful =
        [OrderState.Unknown, OrderState.Accepted, OrderState.PartiallyFilled, OrderState.PendingCancel];

    public async Task Handle(CancellationToken ct)
    {
        var trading = (await control.Get(ct)).State;
        var unknown = (await orders.In(Doubtful, ct))
            .Where(order => order.State == OrderState.Unknown || order.Progress.UnansweredSince is not null)
            .Select(order => order.Intent.ClearanceId).ToHashSet();
        foreach (var pair in await pairs.Open(ct))
        {
            var isCalm = trading == TradingState.Active && clock.GetUtcNow() < pair.PatienceUntil && !unknown.Contains(pair.ClearanceId);
            if (pair.Status != PairStatus.Working) await Confirm(pair, ct);
            else if (isCalm) continue;
            await advance.Handle(pair.ClearanceId, ct);
        }
        if (trading == TradingState.Halted) await TakeBack(ct);
    }

    private async Task Confirm(PairOrder pair, CancellationToken ct)
    {
        foreach (var order in await orders.Of(pair.ClearanceId, ct))
            if (order.State.IsOver() && !order.IsSettled && gate.IsOpen(order.Intent.Venue)) await confirm.Handle(order, ct);
    }

    // A halt goes by what works, whatever its pair order's rules say of it.
    private async Task TakeBack(CancellationToken ct)
    {
        foreach (var order in await orders.In([OrderState.Initialized, OrderState.Accepted, OrderState.PartiallyFilled], ct))
        {
            var change = OrderMoves.RequestCancel(order, "The kill switch ends it.", clock.GetUtcNow());
            await orders.Save(change.Order, ct);
            foreach (var told in change.Events) await events.Publish(told, ct);
        }
    }
}
