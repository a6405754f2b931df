namespace Superintel.Simulation.Backtest;

/// <summary>Figures of an equity curve.</summary>
public static class Performance
{
    private const double TradingDaysPerYear = 252;

    /// <summary>Largest fraction below an earlier peak; 0 for a curve that never fell or is empty.</summary>
    public static double MaxDrawdown(IReadOnlyList<EquityPoint> equity)
    {
        var (peak, worst) = (decimal.MinValue, 0d);
        foreach (var point in equity)
        {
            peak = Math.Max(peak, point.NetAssetValue);
            if (peak > 0m) worst = Math.Max(worst, (double)((peak - point.NetAssetValue) / peak));
        }
        return worst;
    }

    /// <summary>Annualised Sharpe ratio of the daily returns, risk-free rate zero (Sharpe 1994). Null when it is not defined.</summary>
    public static double? Sharpe(IReadOnlyList<EquityPoint> equity)
    {
        var daily = equity.GroupBy(point => point.At.UtcDateTime.Date).Select(day => (double)day.Last().NetAssetValue).ToArray();
        if (daily.Length < 3) return null;
        var returns = new double[daily.Length - 1];
        for (var i = 0; i < returns.Length; i++) returns[i] = daily[i + 1] / daily[i] - 1;
        var mean = returns.Average();
        var deviation = Math.Sqrt(returns.Sum(r => (r - mean) * (r - mean)) / (returns.Length - 1));
        return deviation > 0 ? mean / deviation * Math.Sqrt(TradingDaysPerYear) : null;
    }
}
