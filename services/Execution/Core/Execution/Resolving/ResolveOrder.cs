using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Resolving;

/// <summary>
/// A person says what became of an order of which its venue can tell no more: it forgot, or it is gone. The venue is asked first, and where
/// it can answer nobody else's word is taken; one that denies what it has shown before cannot. What was filled is not said here:
/// executions come from the venue, or are entered one by one.
/// </summary>
public sealed class ResolveOrder(
    IBroker broker, IOrderBook orders, ApplyBrokerEvent apply, AdvancePair advance, IEvents events, TimeProvider clock)
{
    public async Task<ResolveOutcome> Handle(ClientOrderId id, OrderVerdict verdict, string by, string reason, CancellationToken ct)
    {
        if (await orders.Find(id, ct) is not { } order) return new ResolveOutcome.NotFound();
        if (order.State is OrderState.Initialized || order.IsSettled) return new ResolveOutcome.NothingOpen(order.State);
        var answer = await broker.Ask(order.Reference, ct);
        if (Silence(order, answer) is not { } silence)
        {
            return new ResolveOutcome.VenueKnows(answer switch
            {
                QueryOutcome.Found found => $"{found.Order.Status}",
                QueryOutcome.Over => "over, and nothing of it traded",
                _ => "not placed",
            });
        }
        if (verdict == OrderVerdict.NotPlaced && (order.Progress.Acknowledged || order.State.IsOver()))
            return new ResolveOutcome.WasPlaced();

        var now = clock.GetUtcNow();
        var text = $"{by}: {reason}";
        await events.Publish(
            new OrderResolved(
                id.Value, order.Intent.DecisionId.Value, order.Intent.PairId.ToString(), Word(verdict), by, reason, silence, now),
            ct);
        await apply.Handle(
            verdict switch
            {
                OrderVerdict.NotPlaced => new BrokerEvent.NotPlaced(id, now, text),
                OrderVerdict.Canceled => new BrokerEvent.Canceled(id, now, text),
                _ => new BrokerEvent.Expired(id, now, text),
            },
            ct);
        var over = OrderMoves.Confirm(await orders.Find(id, ct) ?? order);
        await orders.Save(over, ct);
        await advance.Handle(order.Intent.ClearanceId, ct);
        return new ResolveOutcome.Resolved(over);
    }

    // Proof that it was never placed contradicts a venue that has shown it: it was wiped, or begun anew.
    private static string? Silence(Order order, QueryOutcome answer) => answer switch
    {
        QueryOutcome.Unavailable unavailable => unavailable.Cause,
        QueryOutcome.NotPlaced denial when order.Progress.Acknowledged => $"It has shown it, and denies it now: {denial.Evidence}",
        _ => null,
    };

    private static string Word(OrderVerdict verdict) =>
        verdict == OrderVerdict.NotPlaced ? "not-placed" : verdict.ToString().ToLowerInvariant();
}
