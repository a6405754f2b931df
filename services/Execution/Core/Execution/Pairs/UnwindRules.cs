using System.Collections.Immutable;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Strategies;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Pairs;

/// <summary>
/// What a pair order that trades back does next. Each leg is traded back once; one of which nobody knew anything follows when its venue
/// has answered.
/// </summary>
internal static class UnwindRules
{
    public static PairStep Next(PairSituation at)
    {
        if (at.Trading == TradingState.Halted && PairRules.Cancelable(at.Unwinds) is { Length: > 0 } stopped)
            return new PairStep.Cancel(stopped, "The kill switch ends the unwinding.");
        if (PairRules.Cancelable(at.Orders) is { Length: > 0 } found) return new PairStep.Cancel(found, at.Pair.Detail);
        var left = Left(at);
        if (at.MayUnwind && !left.IsEmpty) return new PairStep.Unwind([.. left.SelectMany(leg => leg.Orders)], at.Pair.Detail);
        ImmutableArray<Order> all = [.. at.Orders, .. at.Unwinds];
        if (all.Any(order => order.State.IsOver() && !order.IsSettled)) return new PairStep.Confirm(at.Pair.Detail);
        return all.All(order => order.IsSettled) ? Close(at, left) : new PairStep.Wait();
    }

    // The legs of which all is known, that hold something, and that nothing was traded back of.
    private static ImmutableArray<PairLeg> Left(PairSituation at) =>
    [
        .. at.Legs.Where(leg => leg.IsSettled && leg.DeliveredQuantity > 0m && at.Unwinds.All(order => order.Intent.Leg != leg.Leg)),
    ];

    private static PairStep.Close Close(PairSituation at, ImmutableArray<PairLeg> left)
    {
        if (at.Unwinds.FirstOrDefault(order => order.State != OrderState.Filled) is { } failed)
            return new PairStep.Close(PairOutcome.Incomplete, $"Unwinding failed. {PairSituation.Told(failed)}");
        var late = at.Legs.Any(leg => at.Unwinds.FirstOrDefault(order => order.Intent.Leg == leg.Leg) is { } back
            && back.Intent.Quantity.Value != leg.DeliveredQuantity);
        return late || !left.IsEmpty
            ? new PairStep.Close(PairOutcome.Incomplete, "Not all that was filled has been traded back.")
            : new PairStep.Close(PairOutcome.Unwound, "A leg failed; what was filled has been traded back.");
    }
}
