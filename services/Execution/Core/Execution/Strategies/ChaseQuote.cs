using Superintel.Execution.Trading;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Strategies;

/// <summary>What a limit chase wants in the venue's book at a moment.</summary>
/// <param name="LimitPrice">Quote currency; null at the market.</param>
internal readonly record struct ChaseQuote(OrderType Type, decimal? LimitPrice)
{
    public static ChaseQuote At(LegPlan plan, Side side, DateTimeOffset now) => plan.PeriodOf(now) >= plan.Terms.Slices
        ? new ChaseQuote(OrderType.Market, null)
        : new ChaseQuote(OrderType.Limit, Limit(plan, side));

    // Off the tick a limit moves to the side that pays less or takes more.
    private static decimal Limit(LegPlan plan, Side side)
    {
        var better = plan.Price * (1m - side.Sign() * plan.Terms.OffsetBps / 10_000m);
        if (plan.TickSize <= 0m) return decimal.Round(better, 8);
        var ticks = side == Side.Buy ? Math.Floor(better / plan.TickSize) : Math.Ceiling(better / plan.TickSize);
        return Math.Max(1m, ticks) * plan.TickSize;
    }
}
