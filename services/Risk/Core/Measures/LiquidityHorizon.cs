namespace Superintel.Risk.Measures;

/// <summary>How long a position takes to sell, and what its risk is until then.</summary>
/// <param name="Days">Until it is gone at the share of the daily volume that is taken.</param>
/// <param name="RiskScale">One-day risk times this is the risk of the shrinking position until it is gone; at least 1.</param>
/// <remarks>A position sold evenly over T days has the variance of (1 + 1/T)(1 + 1/(2T)) T / 3 days of the whole: Jorion (2007), Value at
/// Risk, section 13.4.</remarks>
public readonly record struct LiquidityHorizon(double Days, double RiskScale)
{
    /// <param name="quantity">Units held, any sign.</param>
    /// <param name="dailyVolume">Units traded a day by everybody, above zero.</param>
    /// <param name="participation">Share of the volume one takes, in (0, 1].</param>
    public static LiquidityHorizon Of(double quantity, double dailyVolume, double participation)
    {
        if (!(dailyVolume > 0)) throw new ArgumentOutOfRangeException(nameof(dailyVolume), dailyVolume, "above zero");
        if (participation is not (> 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(participation), participation, "in (0, 1]");
        var days = Math.Max(1, Math.Abs(quantity) / (dailyVolume * participation));
        return new LiquidityHorizon(days, Math.Sqrt(days / 3 * (1 + (1 / days)) * (1 + (1 / (2 * days)))));
    }
}
