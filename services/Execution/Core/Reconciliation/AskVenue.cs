using System.Collections.Immutable;
using Superintel.Execution.Execution;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Ports;

namespace Superintel.Execution.Reconciliation;

/// <summary>
/// Asks the venue what became of an order. The only way out of an unknown outcome; nothing is ever sent again instead. One of which the
/// venue will never tell is named to people, once.
/// </summary>
public sealed class AskVenue(IBroker broker, IOrderBook orders, NoteUnanswered note, IOrderAlerts alerts, TimeProvider clock)
{
    /// <returns>What to tell the order; null when the venue could not answer and the order knows that already.</returns>
    public async Task<ImmutableArray<BrokerEvent>?> Handle(Order order, CancellationToken ct)
    {
        var answer = await broker.Ask(order.Reference, ct);
        if (answer is QueryOutcome.Unavailable { IsLost: true } lost) await Lose(order, lost.Cause, ct);
        if (answer is QueryOutcome.Unavailable { IsSilence: false } && order.State == OrderState.Unknown)
            await note.Handle([order.Intent.ClientOrderId], ct);
        var events = VenueAnswer.AsEvents(order, answer, clock.GetUtcNow());
        return events.IsEmpty ? null : events;
    }

    // The word stays with the order, so that it is told once, over a restart too.
    private async Task Lose(Order order, string cause, CancellationToken ct)
    {
        if (await orders.Find(order.Intent.ClientOrderId, ct) is not { } current || current.Progress.Text == cause) return;
        await orders.Save(OrderMoves.Lose(current, cause), ct);
        await alerts.Raise(OrderAlert.Lost(current, cause, clock.GetUtcNow()), ct);
    }
}
