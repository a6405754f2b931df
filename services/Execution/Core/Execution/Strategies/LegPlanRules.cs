using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Trading;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Strategies;

/// <summary>
/// What a worked leg does next, judged from its orders and the time. An order that is open counts with all its quantity, one that is over
/// with what it filled: together they never exceed the leg.
/// </summary>
public static class LegPlanRules
{
    /// <summary>The leg's first order.</summary>
    public static LegMove.Send First(LegPlan plan, Side side)
    {
        if (plan.Terms.Kind == StrategyKind.Twap)
            return new LegMove.Send(new Quantity(TwapSchedule.Target(plan, plan.StartedAt)), OrderType.Market, null);
        var quote = ChaseQuote.At(plan, side, plan.StartedAt);
        return new LegMove.Send(plan.Quantity, quote.Type, quote.LimitPrice);
    }

    /// <param name="orders">All orders of the leg, unwinding excepted; at least one.</param>
    public static LegMove Next(LegPlan plan, IReadOnlyList<Order> orders, DateTimeOffset now)
    {
        var open = orders.Where(order => !order.State.IsOver()).ToArray();
        // On its way, unknown, or its end is asked for: the venue has the next word.
        if (open.Any(order => order.State is not (OrderState.Accepted or OrderState.PartiallyFilled))) return new LegMove.Wait();
        var committed = orders.Sum(order => order.State.IsOver()
            ? order.Progress.CumulativeQuantity
            : Math.Max(order.Intent.Quantity.Value, order.Progress.CumulativeQuantity));
        if (committed > plan.Quantity.Value && open.Length > 0) return Take(open[^1], "A late fill left less to do.");
        if (orders.Sum(order => order.Progress.CumulativeQuantity) >= plan.Quantity.Value && open.Length == 0) return new LegMove.End();
        // A fill may still be on the wire when the word of an order's end is in: its rest waits for the venue's full record.
        var unconfirmed = orders.FirstOrDefault(order => order.State.IsOver() && order.State != OrderState.Filled
            && plan.Replaced(order) && order.Intent.Attempt > plan.ConfirmedThrough);
        if (unconfirmed is not null) return new LegMove.Confirm(unconfirmed);
        return plan.Terms.Kind == StrategyKind.Twap
            ? Slice(TwapSchedule.Target(plan, now) - committed)
            : Chase(plan, orders[0].Intent.Side, open.LastOrDefault(), plan.Quantity.Value - committed, now);
    }

    private static LegMove Slice(decimal due) =>
        due > 0m ? new LegMove.Send(new Quantity(due), OrderType.Market, null) : new LegMove.Wait();

    private static LegMove Chase(LegPlan plan, Side side, Order? working, decimal rest, DateTimeOffset now)
    {
        var wanted = ChaseQuote.At(plan, side, now);
        if (working is null)
            return rest > 0m ? new LegMove.Send(new Quantity(rest), wanted.Type, wanted.LimitPrice) : new LegMove.Wait();
        var has = new ChaseQuote(working.Intent.Type, working.Intent.LimitPrice);
        var isDue = plan.PeriodOf(working.Intent.CreatedAt) < plan.PeriodOf(now);
        return !isDue || has == wanted || has.Type == OrderType.Market ? new LegMove.Wait() : Take(working, "Replaced at a newer price.");
    }

    private static LegMove.Replace Take(Order order, string cause) => new(order, cause);
}
