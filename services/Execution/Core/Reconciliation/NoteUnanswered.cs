using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Pairs;
using Superintel.Execution.Execution.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Reconciliation;

/// <summary>
/// A venue that answers, and cannot say how an order of ours stands that it once showed: it forgot. That is stored, and past the patience
/// with unknown outcomes a person hears of it, once. The order counts in full until somebody says what became of it.
/// </summary>
public sealed class NoteUnanswered(IOrderBook orders, IOrderAlerts alerts, PlacementTerms terms, TimeProvider clock)
{
    /// <param name="unanswered">Asked for in a comparison that came through, without an answer.</param>
    public async Task Handle(IEnumerable<ClientOrderId> unanswered, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var id in unanswered)
        {
            if (await orders.Find(id, ct) is not { Progress.Acknowledged: true } order || !order.State.IsWorking()) continue;
            var missed = OrderMoves.MissAnswer(order, now);
            if (missed.Progress is { UnansweredSince: { } since, UnansweredTold: false } && now >= since + terms.UnknownPatience)
            {
                missed = OrderMoves.TellUnanswered(missed);
                await alerts.Raise(OrderAlert.Unanswered(missed, since, now), ct);
            }
            if (missed != order) await orders.Save(missed, ct);
        }
    }
}
