namespace Superintel.Risk.Portfolio.DescribePortfolio;

/// <summary>The portfolio now.</summary>
/// <param name="Drawdown">Fraction below the peak, 0 to 1.</param>
/// <param name="Cvar95">One day at 95 %, fraction of net asset value; null with too little history.</param>
/// <param name="AsOf">Bar of the last valuation; null before the first.</param>
public sealed record PortfolioReport(PortfolioValue Value, decimal Drawdown, double? Cvar95, DateTimeOffset? AsOf);
