using Superintel.Kernel;
using Superintel.Risk.Market;
using Superintel.Risk.Measures;
using Superintel.Risk.Sizing;

namespace Superintel.Risk.Exposure.DescribeRisk;

/// <summary>How long one instrument takes to sell, and its risk until then.</summary>
/// <param name="DailyVolume">Units, averaged; null when nobody tells them.</param>
/// <param name="VolumeDays">Days that the average is of.</param>
/// <param name="Horizon">Null with a code.</param>
/// <param name="Code">volume-unknown or not-traded; null with a horizon.</param>
public sealed record AssetLiquidity(decimal? DailyVolume, int VolumeDays, LiquidityHorizon? Horizon, string? Code)
{
    /// <summary>Of the instrument alone until it is sold, 95 %, fraction of net asset value; null while the horizon or the one-day measure
    /// is unknown.</summary>
    public double? Var95 { get; init; }

    /// <summary>The mean loss beyond it.</summary>
    public double? Cvar95 { get; init; }

    /// <param name="exposure">What the instrument may come to.</param>
    /// <param name="unit">Value of one unit, base currency.</param>
    public static AssetLiquidity Of(AssetExposure exposure, decimal unit, DailyVolumes told, double participation)
    {
        var average = told.Average;
        if (average is null) return new AssetLiquidity(null, 0, null, "volume-unknown");
        if (average == 0m) return new AssetLiquidity(0m, told.Volumes.Count, null, "not-traded");
        var units = unit == 0m ? 0 : NumberBridge.ToDouble(exposure.Worst / Math.Abs(unit));
        var horizon = LiquidityHorizon.Of(units, NumberBridge.ToDouble(average.Value), participation);
        return new AssetLiquidity(average, told.Volumes.Count, horizon, null);
    }

    /// <summary>The same with its tail, that of one day times the horizon's scale.</summary>
    /// <param name="results">Daily, of the exposure, fractions of net asset value.</param>
    public AssetLiquidity With(ReadOnlySpan<double> results)
    {
        if (Horizon is not { } horizon) return this;
        var (var, cvar) = TailRisk.Historical(results, 0.95);
        return this with { Var95 = horizon.RiskScale * var, Cvar95 = horizon.RiskScale * cvar };
    }
}
