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
    TakeBack takeBack,
    PairsAside aside,
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
            if (pair.Status != PairStatus.Working || !isCalm) await aside.Tend(pair.ClearanceId, () => Tend(pair, ct));
        }
        // A halt goes by what works, whatever its pair order's rules say of it.
        if (trading == TradingState.Halted) await takeBack.Request(ct);
    }

    private async Task Tend(PairOrder pair, CancellationToken ct)
    {
        if (pair.Status != PairStatus.Working) await Confirm(pair, ct);
        await advance.Handle(pair.ClearanceId, ct);
    }

    private async Task Confirm(PairOrder pair, CancellationToken ct)
    {
        foreach (var order in await orders.Of(pair.ClearanceId, ct))
            if (order.State.IsOver() && !order.IsSettled && gate.IsOpen(order.Intent.Venue)) await confirm.Handle(order, ct);
    }
}
