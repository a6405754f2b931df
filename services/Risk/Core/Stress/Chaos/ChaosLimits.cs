using System.Collections.Immutable;
using Superintel.Risk.Limits;

namespace Superintel.Risk.Stress.Chaos;

/// <summary>Limits that a book can pass without a trade, by what prices do to it. In doubles: millions of steps are measured.</summary>
internal sealed class ChaosLimits(RiskLimits limits)
{
    private readonly double asset = limits.AssetExposure;
    private readonly double gross = limits.GrossExposure;
    private readonly double net = limits.NetExposure;
    private readonly double leverage = limits.Leverage;
    private readonly double dailyLoss = limits.DailyLoss;
    private readonly double drawdown = limits.Drawdown;

    /// <summary>In the order of the bits.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        LimitCatalogue.AssetExposure, LimitCatalogue.GrossExposure, LimitCatalogue.NetExposure, LimitCatalogue.Leverage,
        LimitCatalogue.DailyLoss, LimitCatalogue.Drawdown,
    ];

    public int Passed(in BookPoint point, double netAssetValue) =>
        Bit(0, point.Largest > asset * netAssetValue)
        | Bit(1, point.Gross > gross)
        | Bit(2, Math.Abs(point.Net) > net * netAssetValue)
        | Bit(3, point.Gross > leverage * netAssetValue);

    public int PassedBy(double before, double peak, double netAssetValue) =>
        Bit(4, before - netAssetValue > dailyLoss * before) | Bit(5, peak - netAssetValue > drawdown * peak);

    private static int Bit(int place, bool passed) => passed ? 1 << place : 0;
}
