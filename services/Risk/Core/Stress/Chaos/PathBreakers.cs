using Superintel.Risk.Breakers;
using Superintel.Risk.Limits;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Sizing;

namespace Superintel.Risk.Stress.Chaos;

/// <summary>The desk's breakers along one path: its marks, its readings and its ladder, latched as it latches them.</summary>
/// <remarks>
/// What is certain to open nothing is not asked: a fall short of where entries pause, or not deeper than one that was asked before, since
/// the ladder only rises. A mark costs a microsecond, and a simulation has millions.
/// </remarks>
public sealed class PathBreakers
{
    // Rounding of a reading in decimals must not put it on the other side.
    private const double Margin = 1 - 1e-9;

    private readonly PortfolioMark start;
    private readonly RiskLimits limits;
    private readonly double dailyFrom;
    private readonly double drawdownFrom;
    private readonly Dictionary<BreakerKind, BreakerTier> tiers = [];
    private double dailyAsked;
    private double drawdownAsked;

    /// <param name="start">The mark that the first step follows.</param>
    public PathBreakers(PortfolioMark start, RiskLimits limits)
    {
        (this.start, this.limits) = (start, limits);
        dailyFrom = limits.BreakerPause * limits.DailyLoss * Margin;
        drawdownFrom = limits.BreakerPause * limits.Drawdown * Margin;
    }

    /// <summary>Of the breaker that is open furthest.</summary>
    public BreakerTier Tier { get; private set; }

    /// <summary>Peak that falls are measured from.</summary>
    public double Peak { get; private set; }

    /// <summary>A new path: everything closed.</summary>
    public void Begin()
    {
        tiers.Clear();
        (dailyAsked, drawdownAsked) = (dailyFrom, drawdownFrom);
        (Tier, Peak) = (BreakerTier.Closed, NumberBridge.ToDouble(start.BreakerPeak));
    }

    /// <summary>A day ended.</summary>
    /// <param name="step">1 for the day after today.</param>
    /// <param name="before">Net asset value of the day before.</param>
    public void Observe(int step, double before, double now)
    {
        var peak = Math.Max(Peak, now);
        var (daily, drawdown) = ((before - now) / before, (peak - now) / peak);
        if (!(daily <= dailyAsked) || !(drawdown <= drawdownAsked)) Ask(step, before, now);
        (dailyAsked, drawdownAsked, Peak) = (Math.Max(dailyAsked, daily * Margin), Math.Max(drawdownAsked, drawdown * Margin), peak);
    }

    private void Ask(int step, double before, double now)
    {
        var peak = NumberBridge.ToDecimal(Peak);
        var yesterday = start with
        {
            At = start.At.AddDays(step - 1), Value = Worth(before), Peak = Math.Max(start.Peak, peak), BreakerPeak = peak,
        };
        var today = yesterday.Next(start.Feed, start.Interval, start.At.AddDays(step), Worth(now));
        foreach (var (kind, _, value) in BreakerReadings.Of(today, BreakerGauges.Empty))
        {
            var tier = BreakerLadder.TierOf(kind, value, limits.Values[kind.Name], limits);
            if (tier <= tiers.GetValueOrDefault(kind)) continue;
            tiers[kind] = tier;
            if (tier > Tier) Tier = tier;
        }
    }

    private PortfolioValue Worth(double netAssetValue) =>
        start.Value with { Cash = NumberBridge.ToDecimal(netAssetValue), GrossExposure = 0m, NetExposure = 0m };
}
