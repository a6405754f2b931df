using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Pairs;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Execution.Strategies;
using Superintel.Execution.Trading.Composite;
using Superintel.Execution.Trading.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Execution;

/// <summary>
/// Takes worked legs as far as they can go now: called with every bar and every look of the sender. Like everything that leaves, a part is
/// stored before it is sent; asked again at the same moment it has nothing more to do. A pair with a leg open at a venue that has not been
/// compared, or that is known to take nothing now, waits.
/// </summary>
public sealed class WorkLegs(
    ILegPlans plans,
    LookAtPair look,
    IOrderBook orders,
    DepartureRules departures,
    ConfirmOrder confirm,
    VenueGate gate,
    IDepartureBoard board,
    PairsAside aside,
    IEvents events) : IHandle<BarClosed>
{
    // Ask for what a replaced order filled, then send: more than a few steps at one moment are a mistake.
    private const int MostSteps = 8;

    /// <summary>Bars move the prices that a chase follows.</summary>
    public async Task Handle(BarClosed happened, CancellationToken ct)
    {
        foreach (var plan in await plans.Open(ct))
        {
            if (plan.Terms.Kind != StrategyKind.LimitChase) continue;
            var bar = happened.Bars.FirstOrDefault(bar => bar.InstrumentId == plan.Instrument.ToString());
            if (bar is { Close: > 0m } && bar.Close != plan.Price) await plans.Save(plan with { Price = bar.Close }, ct);
        }
        await Handle(ct);
    }

    public async Task Handle(CancellationToken ct)
    {
        foreach (var plan in await plans.Open(ct))
        {
            await aside.Tend(plan.ClearanceId, () => Work(plan, ct));
        }
    }

    private async Task Work(LegPlan plan, CancellationToken ct)
    {
        for (var step = 0; await Step(plan.ClearanceId, plan.Leg, ct); step++)
            if (step == MostSteps) throw new InvalidOperationException($"Leg {plan.Leg} of {plan.ClearanceId} does not come to rest.");
    }

    /// <returns>True: there may be more to do at once.</returns>
    private async Task<bool> Step(ClearanceId clearance, int leg, CancellationToken ct)
    {
        var at = await look.Handle(clearance, ct) ?? throw new InvalidOperationException($"There is no pair order of {clearance}.");
        var own = at.Legs.First(one => one.Leg == leg);
        if (own.Plan is not { Ended: false } plan) return false;
        if (at.Pair.Status != PairStatus.Working)
        {
            await plans.Save(plan with { Ended = true }, ct);
            return false;
        }
        if (at.Legs.Any(one => !one.IsFilled && !CanTrade(one.Orders[0].Intent.Venue))) return false;
        if (!PairRules.MayWork(at, own)) return false;
        return await Take(plan, own, LegPlanRules.Next(plan, own.Orders, at.Now), at.Now, ct);
    }

    private async Task<bool> Take(LegPlan plan, PairLeg leg, LegMove move, DateTimeOffset now, CancellationToken ct)
    {
        switch (move)
        {
            case LegMove.Send send:
                var order = PairOrder.Part(leg.Orders[0], NextAttempt(leg), send, now);
                if (await departures.Before(order, now, ct) is not null) return false;
                await orders.Save(order, ct);
                await events.Publish(OrderEvents.Submitted(order), ct);
                return false;
            case LegMove.Replace replace:
                await plans.Save(plan with { ReplacedThrough = replace.Order.Intent.Attempt }, ct);
                await orders.Save(OrderMoves.RequestCancel(replace.Order, replace.Cause, now).Order, ct);
                return false;
            case LegMove.Confirm { Order: var over }:
                if (!await confirm.Handle(over, ct)) return false;
                await plans.Save(plan with { ConfirmedThrough = over.Intent.Attempt }, ct);
                return true;
            case LegMove.End:
                await plans.Save(plan with { Ended = true }, ct);
                return false;
            default:
                return false;
        }
    }

    private bool CanTrade(string venue) => gate.IsOpen(venue) && board.Hindrance(venue) is null;

    // 1 is the name of the leg's unwinding.
    private static int NextAttempt(PairLeg leg) => Math.Max(1, leg.Orders[^1].Intent.Attempt) + 1;
}
