using System.Collections.Immutable;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Strategies;

namespace Superintel.Execution.Execution.Pairs;

/// <summary>
/// What a pair order does next, judged from where its orders stand, never from what just happened: asked again it answers the same, so
/// that a repeated or late event cannot run a failure policy twice. Nothing is traded back or closed before all that was filled is known.
/// </summary>
public static class PairRules
{
    public static PairStep Next(PairSituation at) => at.Pair.Status switch
    {
        PairStatus.Closed => new PairStep.Wait(),
        PairStatus.Unwinding => UnwindRules.Next(at),
        _ when at.Legs.All(leg => leg.IsFilled) => new PairStep.Close(PairOutcome.Completed, "All legs are filled."),
        _ => AfterFailure(at),
    };

    /// <summary>Whether a leg that is worked in parts may send or replace one now.</summary>
    public static bool MayWork(PairSituation at, PairLeg leg)
    {
        if (at.Pair.Status != PairStatus.Working || leg.Failed is not null) return false;
        // Under hold-and-alert the other leg is left alone: it goes on.
        return (IsHeld(at) && !at.IsLate) || at.Cause is null;
    }

    /// <summary>What can be taken back: an order whose cancel was refused is asked for its end again.</summary>
    internal static ImmutableArray<Order> Cancelable(ImmutableArray<Order> orders) =>
    [
        .. orders.Where(order => order.State is OrderState.Initialized or OrderState.Accepted or OrderState.PartiallyFilled),
    ];

    private static PairStep AfterFailure(PairSituation at)
    {
        if (at.Cause is not { } cause) return new PairStep.Wait();
        if (IsHeld(at)) return Hold(at, cause);
        // The end of one that is lost is asked for behind the policy, which does not wait for it.
        var isWorking = at.Pair.Status == PairStatus.Working;
        if (Cancelable([.. at.Orders.Where(order => !isWorking || !PairSituation.IsLost(order))]) is { Length: > 0 } cancelable)
            return new PairStep.Cancel(cancelable, cause);
        // In flight, not known for long, or its cancel is on the way: the venue has the next word.
        if (at.Orders.Any(order => !order.State.IsOver() && !PairSituation.IsLost(order))) return new PairStep.Wait();
        if (at.Orders.Any(order => order.State.IsOver() && !order.IsSettled)) return new PairStep.Confirm(cause);
        var isKnown = at.Orders.All(order => order.IsSettled);
        ImmutableArray<Order> back = [.. at.Legs.Where(leg => leg.IsSettled).SelectMany(leg => leg.Orders)];
        var unwinds = at.Pair.Policy == LegFailurePolicy.Unwind && at.MayUnwind
            && (isKnown ? Standing(at) == PairOutcome.Incomplete : back.Any(order => order.DeliveredQuantity > 0m));
        if (unwinds) return new PairStep.Unwind(back, cause);
        return isKnown ? new PairStep.Close(Standing(at), cause) : Overdue(at, cause);
    }

    private static bool IsHeld(PairSituation at) => at.Pair.Policy == LegFailurePolicy.HoldAndAlert && !at.IsStopped;

    private static PairStep Hold(PairSituation at, string cause)
    {
        // With its time over, or after a halt, no further part is sent: what is at rest stays so.
        var endsHere = at.IsLate || at.Pair.Status == PairStatus.Failing;
        if (!at.Legs.All(leg => leg.IsOver || (endsHere && leg.IsAtRest))) return at.IsLate ? Overdue(at, cause) : new PairStep.Wait();
        return at.Legs.All(leg => leg.IsSettled) ? new PairStep.Close(Standing(at), cause) : new PairStep.Confirm(cause);
    }

    private static PairStep Overdue(PairSituation at, string cause) =>
        at.Pair.Status == PairStatus.Working ? new PairStep.Overdue(cause) : new PairStep.Wait();

    private static PairOutcome Standing(PairSituation at) =>
        at.Legs.All(leg => leg.IsFilled) ? PairOutcome.Completed
        : at.Legs.Any(leg => leg.CumulativeQuantity > 0m) ? PairOutcome.Incomplete
        : PairOutcome.Failed;
}
