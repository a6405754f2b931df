using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Pairs;
using Superintel.Execution.Execution.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Execution;

/// <summary>
/// Takes a pair order as far as it can go now. Called after every change of one of its orders; calling it again changes nothing.
/// </summary>
public sealed class AdvancePair(
    LookAtPair look, IPairOrders pairs, IOrderBook orders, IEvents events, IOrderAlerts alerts, TimeProvider clock)
{
    // Cancel what never left, unwind, close: three steps are the longest way through the rules.
    private const int MostSteps = 8;

    public async Task Handle(ClearanceId clearance, CancellationToken ct)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            if (await look.Handle(clearance, ct) is not { Pair.Status: not PairStatus.Closed } at) return;
            if (!await Take(at.Pair, PairRules.Next(at), ct)) return;
        }
        throw new InvalidOperationException($"The pair order of clearance {clearance} does not come to rest.");
    }

    private async Task<bool> Take(PairOrder pair, PairStep step, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        switch (step)
        {
            case PairStep.Confirm confirm when pair.Status == PairStatus.Working:
                await pairs.Save(pair with { Status = PairStatus.Failing, Detail = confirm.Cause }, ct);
                return false; // the sender asks: nothing is asked of a venue while its word is being taken in
            case PairStep.Overdue overdue:
                await pairs.Save(pair with { Status = PairStatus.Failing, Detail = overdue.Cause }, ct);
                await alerts.Raise(OrderAlert.Overdue(pair, overdue.Cause, now), ct);
                return false;
            case PairStep.Cancel cancel:
                var status = pair.Status == PairStatus.Unwinding ? PairStatus.Unwinding : PairStatus.Failing;
                await pairs.Save(pair with { Status = status, Detail = cancel.Cause }, ct);
                foreach (var order in cancel.Orders) await Store(OrderMoves.RequestCancel(order, cancel.Cause, now), ct);
                return true;
            case PairStep.Unwind unwind:
                await pairs.Save(pair with { Status = PairStatus.Unwinding, Detail = unwind.Cause }, ct);
                foreach (var order in PairOrder.Unwind(unwind.Legs, now))
                    await Store(new OrderChange(order, [OrderEvents.Submitted(order)], null, false), ct);
                return false;
            case PairStep.Close close:
                await Close(pair, close, now, ct);
                return false;
            default:
                return false;
        }
    }

    private async Task Close(PairOrder pair, PairStep.Close close, DateTimeOffset now, CancellationToken ct)
    {
        await pairs.Save(pair with { Status = PairStatus.Closed, Outcome = close.Outcome, Detail = close.Detail, ClosedAt = now }, ct);
        await events.Publish(
            new PairOrderClosed(
                pair.DecisionId.Value,
                pair.ClearanceId.Value,
                pair.PairId.ToString(),
                close.Outcome.ToString().ToLowerInvariant(),
                close.Detail,
                now),
            ct);
        if (close.Outcome == PairOutcome.Incomplete) await alerts.Raise(OrderAlert.Incomplete(pair, close.Detail, now), ct);
    }

    private async Task Store(OrderChange change, CancellationToken ct)
    {
        await orders.Save(change.Order, ct);
        foreach (var told in change.Events) await events.Publish(told, ct);
    }
}
