using System.Collections.Immutable;
using Superintel.Execution.Execution.Orders;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Pairs;

/// <summary>
/// What a pair order does next, judged from where its orders stand, never from what just happened: asked again it answers the same, so
/// that a repeated or late event cannot run a failure policy twice.
/// </summary>
public static class PairRules
{
    /// <param name="orders">All orders of the clearance.</param>
    /// <param name="trading">An unwinding needs a desk that may trade.</param>
    public static PairStep Next(PairOrder pair, IReadOnlyList<Order> orders, TradingState trading, DateTimeOffset now)
    {
        ImmutableArray<Order> legs = [.. orders.Where(order => order.Intent.Attempt == 0)];
        return pair.Status switch
        {
            PairStatus.Closed => new PairStep.Wait(),
            PairStatus.Unwinding => AfterUnwinding([.. orders.Where(order => order.Intent.Purpose == OrderPurpose.Unwind)], trading),
            _ when legs.All(leg => leg.State == OrderState.Filled) => new PairStep.Close(PairOutcome.Completed, "All legs are filled."),
            _ => AfterFailure(pair, legs, trading, now),
        };
    }

    private static PairStep AfterFailure(PairOrder pair, ImmutableArray<Order> legs, TradingState trading, DateTimeOffset now)
    {
        var stopped = trading == TradingState.Halted || (trading == TradingState.ReduceOnly && pair.Intent == PairIntent.Open);
        var cause = Failure(legs)
            ?? (stopped ? "The kill switch ends it." : null)
            ?? (now >= pair.PatienceUntil ? $"Not complete by {pair.PatienceUntil.UtcDateTime:O}." : null)
            ?? (pair.Status == PairStatus.Failing ? pair.Detail : null);
        if (cause is null) return new PairStep.Wait();
        var over = legs.All(leg => leg.State.IsOver());
        if (pair.Policy == LegFailurePolicy.HoldAndAlert && !stopped)
            return over || now >= pair.PatienceUntil ? new PairStep.Close(Standing(legs), cause) : new PairStep.Wait();
        if (Cancelable(legs) is { Length: > 0 } cancelable) return new PairStep.Cancel(cancelable, cause);
        if (!over) return new PairStep.Wait(); // in flight, unknown, or its cancel is on the way: the venue has the next word
        var unwinds = pair.Policy == LegFailurePolicy.Unwind && Standing(legs) == PairOutcome.Incomplete;
        return unwinds && MayUnwind(pair, trading) ? new PairStep.Unwind(legs, cause) : new PairStep.Close(Standing(legs), cause);
    }

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
        orders.FirstOrDefault(order => order.State.IsOver() && order.State != OrderState.Filled) is { } failed
            ? $"Leg {failed.Intent.Leg} ({failed.Intent.Instrument}): {failed.State}. {failed.Progress.Text}".TrimEnd()
            : null;

    private static PairOutcome Standing(ImmutableArray<Order> legs) =>
        legs.All(leg => leg.State == OrderState.Filled) ? PairOutcome.Completed
        : legs.Any(leg => leg.Progress.CumulativeQuantity > 0m) ? PairOutcome.Incomplete
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
