using Superintel.Risk.Breakers;
using Superintel.Risk.Sizing;
using Superintel.Risk.Stress.Models;

namespace Superintel.Risk.Stress.Chaos;

/// <summary>Walks paths of one book. Nobody trades but the breakers: what they flatten is sold at the next day's close.</summary>
internal sealed class ChaosWalk(HeldBook book, ChaosRequest request, DrawnDays days, NormalDraws draws)
{
    private readonly BookWalk walk = new(book);
    private readonly PathBreakers breakers = new(book.Mark, book.Limits);
    private readonly ChaosLimits limits = new(book.Limits);
    private readonly double start = NumberBridge.ToDouble(book.NetAssetValue);

    public ChaosPath Next()
    {
        var point = walk.Begin();
        breakers.Begin();
        var (cash, value, broken) = (start - point.Net, start, limits.Passed(point, start));
        var (lowest, drawdown, opened, lossAfter) = (start, Fall(start), 0, 0.0);
        var (openedAt, day) = (start, days.Any(draws));
        for (var step = 1; step <= request.Steps; step++)
        {
            if (step > 1) day = days.After(day, draws);
            point = walk.Step(days.Growth(day));
            var (before, sold) = (value, breakers.Tier >= BreakerTier.Flatten);
            value = cash + point.Net;
            broken |= limits.PassedBy(before, Math.Max(breakers.Peak, value), value);
            breakers.Observe(step, before, value);
            (lowest, drawdown) = (Math.Min(lowest, value), Math.Max(drawdown, Fall(value)));
            if (opened > 0) lossAfter = Math.Max(lossAfter, openedAt - value);
            else if (breakers.Tier > BreakerTier.Closed) (opened, openedAt) = (step, value);
            // Without a position nothing moves any more.
            if (sold) break;
            broken |= limits.Passed(point, value);
        }

        return new ChaosPath(drawdown, (start - lowest) / start, breakers.Tier, opened, lossAfter / start, broken);
    }

    private double Fall(double value) => (breakers.Peak - value) / breakers.Peak;
}
