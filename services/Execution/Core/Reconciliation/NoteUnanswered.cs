using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Pairs;
using Superintel.Execution.Execution.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Reconciliation;

/// <summary>
/// A venue that answers, and cannot say how an order of ours stands that it once showed or may have: it forgot. That is stored, and past
/// the patience with unknown outcomes a person hears of it, once, and the order's pair waits no longer. The patience runs from one answer
/// to the next, never through an outage. The order counts in full until somebody says what became of it.
/// </summary>
public sealed class NoteUnanswered(
    IOrderBook orders, IOrderAlerts alerts, PlacementTerms terms, UnansweredLooks looks, TimeProvider clock)
{
    /// <param name="unanswered">Asked for, of a venue that could be asked, without an answer.</param>
    public async Task Handle(IEnumerable<ClientOrderId> unanswered, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var id in unanswered)
        {
            if (await orders.Find(id, ct) is not { } order || !IsOwed(order)) continue;
            var missed = OrderMoves.MissAnswer(order, now);
            var first = looks.Note(id, order.Progress.UnansweredSince is null, now, terms.LookGap);
            if (missed.Progress is { UnansweredSince: { } since, UnansweredTold: false } && now >= first + terms.UnknownPatience)
            {
                missed = OrderMoves.TellUnanswered(missed);
                await alerts.Raise(OrderAlert.Unanswered(missed, since, now), ct);
            }
            if (missed != order) await orders.Save(missed, ct);
        }
    }

    private static bool IsOwed(Order order) =>
        order.State == OrderState.Unknown || (order.State.IsWorking() && order.Progress.Acknowledged);
}
