using Superintel.Risk.Portfolio.DescribePortfolio;

namespace Superintel.Risk.Service.Endpoints.Portfolio;

/// <param name="Cvar95">One day at 95 %, fraction of net asset value; null with too little history.</param>
/// <param name="AsOf">Bar of the last valuation.</param>
public sealed record PortfolioView(
    string Currency,
    decimal NetAssetValue,
    decimal Cash,
    decimal GrossExposure,
    decimal NetExposure,
    decimal RealizedPnl,
    decimal UnrealizedPnl,
    decimal Commissions,
    decimal Drawdown,
    double? Cvar95,
    DateTimeOffset? AsOf,
    int OpenPositions)
{
    public static PortfolioView Of(PortfolioReport report) => new(
        report.Value.Currency.Code,
        report.Value.NetAssetValue,
        report.Value.Cash,
        report.Value.GrossExposure,
        report.Value.NetExposure,
        report.Value.RealizedPnl,
        report.Value.UnrealizedPnl,
        report.Value.Commissions,
        report.Drawdown,
        report.Cvar95,
        report.AsOf,
        report.Value.OpenPositions);
}
