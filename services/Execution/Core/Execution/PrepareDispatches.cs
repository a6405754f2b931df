using System.Collections.Immutable;
using Superintel.Contracts.Events;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Trading.Composite;

namespace Superintel.Execution.Execution;

/// <summary>
/// First half of sending: marks stored orders as submitted and names what must leave. Once this is committed, a crash leaves an order that
/// the venue may have, and that is asked for instead of being sent again. What is for a venue that has not been compared, or what must not
/// leave now, stays stored; what must not leave any more ends here.
/// </summary>
public sealed class PrepareDispatches(
    IOrderBook orders,
    VenueGate gate,
    DepartureRules departures,
    AdvancePair advance,
    TakeBack takeBack,
    PairsAside aside,
    IEvents events,
    TimeProvider clock)
{
    public async Task<ImmutableArray<Dispatch>> Handle(CancellationToken ct)
    {
        var submits = new List<Dispatch>();
        var stored = await orders.In([OrderState.Initialized], ct);
        foreach (var ofPair in stored.GroupBy(order => order.Intent.ClearanceId))
            await aside.Tend(ofPair.Key, async () => submits.AddRange(await TakeUp([.. ofPair], ct)));
        // Behind the submissions, since one that ends here may take its other leg back; sent before them.
        return [.. await takeBack.Due(ct), .. submits];
    }

    private bool IsDue(Order order) => TryAgain.IsDue(order.Progress.NotBefore, clock.GetUtcNow());

    // A leg does not go ahead of one that cannot: half a pair is the risk that the pair was made to avoid. What is traded back goes.
    private async Task<IReadOnlyList<Dispatch>> TakeUp(IReadOnlyList<Order> stored, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var may = new List<Order>();
        var (waits, ends) = (await IsHeldUp(stored[0], ct), false);
        foreach (var order in stored)
        {
            var objection = await departures.Before(order, now, ct);
            if (objection is { IsFinal: true })
            {
                await Store(OrderMoves.RequestCancel(order, objection.Cause, now), ct);
                ends = true;
            }
            else if (objection is null && IsDue(order) && gate.IsOpen(order.Intent.Venue)) may.Add(order);
            else waits |= order.Intent.Purpose != OrderPurpose.Unwind;
        }
        var submits = new List<Dispatch>();
        foreach (var order in may)
        {
            if ((waits || ends) && order.Intent.Purpose != OrderPurpose.Unwind) continue;
            var sending = OrderMoves.Send(order, now).Order;
            await orders.Save(sending, ct);
            submits.Add(new Dispatch.Submit(sending));
        }
        if (ends) await advance.Handle(stored[0].Intent.ClearanceId, ct);
        return submits;
    }

    private async Task<bool> IsHeldUp(Order order, CancellationToken ct) =>
        !gate.IsWholeOpen
        && (await orders.Of(order.Intent.ClearanceId, ct)).Any(other => !other.State.IsOver() && !gate.IsOpen(other.Intent.Venue));

    private async Task Store(OrderChange change, CancellationToken ct)
    {
        await orders.Save(change.Order, ct);
        foreach (var told in change.Events) await events.Publish(told, ct);
    }
}
