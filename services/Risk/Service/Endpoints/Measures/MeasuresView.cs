using Superintel.Risk.Exposure.DescribeRisk;

namespace Superintel.Risk.Service.Endpoints.Measures;

/// <param name="Var95">One day, historical, fraction of net asset value; null with too little history. So are the others.</param>
/// <param name="Volatility">Annual, of the history.</param>
/// <param name="EwmaVolatility">Annual, expected of the next day; so are GARCH's and HAR's.</param>
/// <param name="MaximumDrawdown">Of today's book over its history.</param>
/// <param name="EffectiveAssets">As concentrated as so many equal positions.</param>
/// <param name="LargestShare">Of gross exposure, in one instrument.</param>
public sealed record MeasuresView(
    string Currency,
    decimal NetAssetValue,
    decimal GrossExposure,
    decimal NetExposure,
    double? Var95,
    double? Cvar95,
    double? Var99,
    double? Cvar99,
    double? Volatility,
    int HistoryDays,
    IReadOnlyList<AssetView> Assets,
    IReadOnlyList<ExposureBucket> ByAssetClass,
    IReadOnlyList<ExposureBucket> BySector,
    IReadOnlyList<ExposureBucket> ByPair,
    IReadOnlyList<CashView> Cash,
    IReadOnlyList<ExternalView> External,
    double? EwmaVolatility,
    double? GarchVolatility,
    double? HarVolatility,
    double? MaximumDrawdown,
    double EffectiveAssets,
    double LargestShare,
    FactorsView Factors,
    LiquidityView Liquidity)
{
    public static MeasuresView Of(RiskReport report) => new(
        report.Currency.Code,
        report.NetAssetValue,
        report.Gross,
        report.Net,
        report.Var95,
        report.Cvar95,
        report.Var99,
        report.Cvar99,
        report.Volatility,
        report.HistoryDays,
        [.. report.Assets.Select(AssetView.Of)],
        report.ByAssetClass,
        report.BySector,
        report.ByPair,
        [.. report.Cash.Select(CashView.Of)],
        [.. report.External.Select(ExternalView.Of)],
        report.Behaviour?.EwmaVolatility,
        report.Behaviour?.GarchVolatility,
        report.Behaviour?.HarVolatility,
        report.Behaviour?.MaximumDrawdown,
        report.Concentration.EffectiveAssets,
        report.Concentration.Largest,
        FactorsView.Of(report.Factors),
        LiquidityView.Of(report.Liquidity));
}
