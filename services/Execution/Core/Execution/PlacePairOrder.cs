using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Pairs;
using Superintel.Execution.Execution.Ports;

namespace Superintel.Execution.Execution;

/// <summary>Turns a clearance into stored orders. Nothing leaves here: the sender takes them up once this is committed.</summary>
public sealed class PlacePairOrder(
    AdmitClearance admit,
    IOrderBook orders,
    IPairOrders pairs,
    PlacementTerms terms,
    IEvents events,
    TimeProvider clock) : IHandle<OrderCleared>
{
    public async Task Handle(OrderCleared happened, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        switch (await admit.Handle(happened, now, ct))
        {
            case Admission.Denied denied:
                await events.Publish(
                    new OrderDenied(happened.ClearanceId, happened.DecisionId, happened.PairId, denied.Code, denied.Detail, now), ct);
                break;
            case Admission.Admitted admitted:
                await Place(PairOrder.From(happened, admitted.Legs, terms, now), ct);
                break;
        }
    }

    private async Task Place((PairOrder Pair, System.Collections.Immutable.ImmutableArray<Order> Orders) placed, CancellationToken ct)
    {
        await pairs.Save(placed.Pair, ct);
        foreach (var order in placed.Orders)
        {
            await orders.Save(order, ct);
            await events.Publish(OrderEvents.Submitted(order), ct);
        }
    }
}
