using Superintel.Risk.Portfolio.DescribePortfolio;

namespace Superintel.Risk.Service.Endpoints.Portfolio;

/// <param name="Borrow">Paid for borrowed units since the start, positive is a cost.</param>
/// <param name="Funding">Paid as funding since the start, positive is a cost.</param>
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
    decimal Borrow,
    decimal Funding,
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
        report.Value.Borrow,
        report.Value.Funding,
        report.Drawdown,
        report.Cvar95,
        report.AsOf,
        report.Value.OpenPositions);
}
