using Superintel.Risk.Exposure.DescribeRisk;

namespace Superintel.Risk.Service.Endpoints.Measures;

/// <summary>How long one instrument takes to sell. Losses of it alone until then, fractions of net asset value.</summary>
/// <param name="DailyVolume">Units, averaged; null when nobody tells them.</param>
/// <param name="VolumeDays">Days that the average is of.</param>
/// <param name="Days">Null with a code.</param>
/// <param name="RiskScale">One-day risk times this is the risk until it is gone.</param>
/// <param name="Code">volume-unknown or not-traded; null with days.</param>
public sealed record AssetLiquidityView(
    decimal? DailyVolume, int VolumeDays, double? Days, double? RiskScale, double? Var95, double? Cvar95, string? Code)
{
    public static AssetLiquidityView Of(AssetLiquidity one) => new(
        one.DailyVolume, one.VolumeDays, one.Horizon?.Days, one.Horizon?.RiskScale, one.Var95, one.Cvar95, one.Code);
}
