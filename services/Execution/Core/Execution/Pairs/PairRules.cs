using System.Collections.Immutable;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Strategies;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Pairs;

/// <summary>
/// What a pair order does next, judged from where its orders stand, never from what just happened: asked again it answers the same, so
/// that a repeated or late event cannot run a failure policy twice.
/// </summary>
public static class PairRules
{
    /// <param name="orders">All orders of the clearance.</param>
    /// <param name="plans">Of its legs that are worked in parts.</param>
    /// <param name="trading">An unwinding needs a desk that may trade.</param>
    public static PairStep Next(
        PairOrder pair, IReadOnlyList<Order> orders, IReadOnlyList<LegPlan> plans, TradingState trading, DateTimeOffset now)
    {
        var legs = PairLeg.Of(orders, plans);
        return pair.Status switch
        {
            PairStatus.Closed => new PairStep.Wait(),
            PairStatus.Unwinding => AfterUnwinding([.. orders.Where(order => order.Intent.Purpose == OrderPurpose.Unwind)], trading),
            _ when legs.All(leg => leg.IsFilled) => new PairStep.Close(PairOutcome.Completed, "All legs are filled."),
            _ => AfterFailure(pair, legs, trading, now),
        };
    }

    /// <summary>Whether a leg that is worked in parts may send or replace one now.</summary>
    public static bool MayWork(PairOrder pair, ImmutableArray<PairLeg> legs, PairLeg leg, TradingState trading, DateTimeOffset now)
    {
        if (pair.Status != PairStatus.Working || leg.Failed is not null) return false;
        // Under hold-and-alert the other leg is left alone: it goes on.
        var holds = pair.Policy == LegFailurePolicy.HoldAndAlert && !IsStopped(pair, trading) && now < pair.PatienceUntil;
        return holds || Cause(pair, legs, trading, now) is null;
    }

    private static PairStep AfterFailure(PairOrder pair, ImmutableArray<PairLeg> legs, TradingState trading, DateTimeOffset now)
    {
        if (Cause(pair, legs, trading, now) is not { } cause) return new PairStep.Wait();
        ImmutableArray<Order> orders = [.. legs.SelectMany(leg => leg.Orders)];
        if (pair.Policy == LegFailurePolicy.HoldAndAlert && !IsStopped(pair, trading))
            return legs.All(leg => leg.IsOver) || now >= pair.PatienceUntil
                ? new PairStep.Close(Standing(legs), cause)
                : new PairStep.Wait();
        if (Cancelable(orders) is { Length: > 0 } cancelable) return new PairStep.Cancel(cancelable, cause);
        // In flight, unknown, or its cancel is on the way: the venue has the next word.
        if (!legs.All(leg => leg.IsAtRest)) return new PairStep.Wait();
        var unwinds = pair.Policy == LegFailurePolicy.Unwind && Standing(legs) == PairOutcome.Incomplete;
        return unwinds && MayUnwind(pair, trading) ? new PairStep.Unwind(orders, cause) : new PairStep.Close(Standing(legs), cause);
    }

    /// <returns>Why the pair order cannot go on; null: it can.</returns>
    private static string? Cause(PairOrder pair, ImmutableArray<PairLeg> legs, TradingState trading, DateTimeOffset now) =>
        legs.Select(leg => leg.Failed).OfType<Order>().Select(Told).FirstOrDefault()
            ?? (IsStopped(pair, trading) ? "The kill switch ends it." : null)
            ?? (now >= pair.PatienceUntil ? $"Not complete by {pair.PatienceUntil.UtcDateTime:O}." : null)
            ?? (pair.Status == PairStatus.Failing ? pair.Detail : null);

    private static bool IsStopped(PairOrder pair, TradingState trading) =>
        trading == TradingState.Halted || (trading == TradingState.ReduceOnly && pair.Intent == PairIntent.Open);

    private static PairStep AfterUnwinding(ImmutableArray<Order> unwinds, TradingState trading)
    {
        if (trading == TradingState.Halted && Cancelable(unwinds) is { Length: > 0 } cancelable)
            return new PairStep.Cancel(cancelable, "The kill switch ends the unwinding.");
        if (!unwinds.All(order => order.State.IsOver())) return new PairStep.Wait();
        return Failure(unwinds) is { } cause
            ? new PairStep.Close(PairOutcome.Incomplete, $"Unwinding failed. {cause}")
            : new PairStep.Close(PairOutcome.Unwound, "A leg failed; what was filled has been traded back.");
    }

    private static string? Failure(ImmutableArray<Order> orders) =>
        orders.FirstOrDefault(order => order.State.IsOver() && order.State != OrderState.Filled) is { } failed ? Told(failed) : null;

    private static string Told(Order failed) =>
        $"Leg {failed.Intent.Leg} ({failed.Intent.Instrument}): {failed.State}. {failed.Progress.Text}".TrimEnd();

    private static PairOutcome Standing(ImmutableArray<PairLeg> legs) =>
        legs.All(leg => leg.IsFilled) ? PairOutcome.Completed
        : legs.Any(leg => leg.CumulativeQuantity > 0m) ? PairOutcome.Incomplete
        : PairOutcome.Failed;

    // A cancel that was refused once is not repeated: the order stays until the venue says more, or a person does.
    private static ImmutableArray<Order> Cancelable(ImmutableArray<Order> orders) =>
    [
        .. orders.Where(order => order.State is OrderState.Initialized
            || (order.State is OrderState.Accepted or OrderState.PartiallyFilled && !order.Progress.CancelSent)),
    ];

    // Unwinding an entry gives risk up; unwinding an exit takes it on again.
    private static bool MayUnwind(PairOrder pair, TradingState trading) => trading switch
    {
        TradingState.Active => true,
        TradingState.ReduceOnly => pair.Intent == PairIntent.Open,
        _ => false,
    };
}
