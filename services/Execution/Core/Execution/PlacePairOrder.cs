using System.Collections.Immutable;
using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Pairs;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Execution.Strategies;

namespace Superintel.Execution.Execution;

/// <summary>Turns a clearance into stored orders. Nothing leaves here: the sender takes them up once this is committed.</summary>
public sealed class PlacePairOrder(
    AdmitClearance admit,
    IOrderBook orders,
    IPairOrders pairs,
    ILegPlans plans,
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
                await Place(PairOrder.From(happened, admitted.Legs, terms, now), admitted.Legs, ct);
                break;
        }
    }

    private async Task Place((PairOrder Pair, ImmutableArray<Order> Orders) placed, ImmutableArray<LegRoute> routes, CancellationToken ct)
    {
        await pairs.Save(placed.Pair, ct);
        foreach (var (leg, route) in placed.Orders.Zip(routes))
        {
            var order = await Begin(leg, route.Instrument, ct);
            await orders.Save(order, ct);
            await events.Publish(OrderEvents.Submitted(order), ct);
        }
    }

    /// <returns>The leg's first order: the leg itself unless it is worked in parts.</returns>
    private async Task<Order> Begin(Order leg, Instrument instrument, CancellationToken ct)
    {
        if (terms.Strategies.For(leg.Intent.Venue, leg.Intent.AssetClass) is not { } strategy) return leg;
        var plan = LegPlan.Begin(leg, strategy, instrument.TickSize);
        await plans.Save(plan, ct);
        return PairOrder.Part(leg, 0, LegPlanRules.First(plan, leg.Intent.Side), leg.Intent.CreatedAt);
    }
}
