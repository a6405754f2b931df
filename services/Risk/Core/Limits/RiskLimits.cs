using System.Collections.Immutable;
using Superintel.Kernel;

namespace Superintel.Risk.Limits;

/// <summary>All limits at one moment.</summary>
public sealed record RiskLimits(ImmutableSortedDictionary<string, double> Values)
{
    public static RiskLimits Defaults { get; } = From(LimitCatalogue.All.Select(RiskLimit.Initial));

    public double AssetExposure => Values[LimitCatalogue.AssetExposure];

    public double GrossExposure => Values[LimitCatalogue.GrossExposure];

    public double NetExposure => Values[LimitCatalogue.NetExposure];

    public double Leverage => Values[LimitCatalogue.Leverage];

    public double Cvar95 => Values[LimitCatalogue.Cvar95];

    public double Correlation => Values[LimitCatalogue.Correlation];

    public double OrderRate => Values[LimitCatalogue.OrderRate];

    public double OrderCount => Values[LimitCatalogue.OrderCount];

    public double PriceCollar => Values[LimitCatalogue.PriceCollar];

    public TimeSpan ProposalAge => TimeSpan.FromMinutes(Values[LimitCatalogue.ProposalAge]);

    public double KellyFraction => Values[LimitCatalogue.KellyFraction];

    public double VolatilityTarget => Values[LimitCatalogue.VolatilityTarget];

    public double DailyLoss => Values[LimitCatalogue.DailyLoss];

    public double Drawdown => Values[LimitCatalogue.Drawdown];

    public double AssetCvar => Values[LimitCatalogue.AssetCvar];

    public double PairVolatility => Values[LimitCatalogue.PairVolatility];

    public double SectorExposure => Values[LimitCatalogue.SectorExposure];

    public double StressLoss => Values[LimitCatalogue.StressLoss];

    public double BookImbalance => Values[LimitCatalogue.BookImbalance];

    public double BookWall => Values[LimitCatalogue.BookWall];

    public double BookSpread => Values[LimitCatalogue.BookSpread];

    public double BookShare => Values[LimitCatalogue.BookShare];

    public TimeSpan BookAge => TimeSpan.FromSeconds(Values[LimitCatalogue.BookAge]);

    public double Vpin => Values[LimitCatalogue.Vpin];

    /// <summary>An entry in this class needs level 2 books.</summary>
    public bool RequiresBook(AssetClass assetClass) => Values.GetValueOrDefault(LimitCatalogue.RequireBookOf(assetClass)) > 0;

    public double BreakerPause => Values[LimitCatalogue.BreakerPause];

    public double BreakerFlatten => Values[LimitCatalogue.BreakerFlatten];

    public double BreakerStop => Values[LimitCatalogue.BreakerStop];

    public static RiskLimits From(IEnumerable<RiskLimit> limits) =>
        new(limits.ToImmutableSortedDictionary(l => l.Name, l => l.Value, StringComparer.Ordinal));

    public RiskLimits With(string name, double value) => new(Values.SetItem(name, value));
}
