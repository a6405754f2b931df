using System.Buffers;
using Superintel.Prediction.Analytics.Diagnostics;

namespace Superintel.Prediction.Analytics.Performance;

/// <summary>From returns to measures.</summary>
public static class PerformanceMeasures
{
    private const double Tail = 0.05;

    /// <summary>Measures a series of simple returns.</summary>
    /// <param name="returns">Simple returns per bar, at least 2, finite.</param>
    /// <param name="barsPerYear">For annualising, positive.</param>
    public static PerformanceReport Of(ReadOnlySpan<double> returns, double barsPerYear = 252)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(barsPerYear);
        int n = returns.Length;
        if (n < 2)
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.TooShort, $"{n} returns, at least 2 are needed");
        }

        var sums = ReturnSums.Of(returns);
        double annual = sums.Growth > 0 ? Math.Pow(sums.Growth, barsPerYear / n) - 1 : -1;
        double volatility = sums.Deviation * Math.Sqrt(barsPerYear);
        double downside = Math.Sqrt(sums.Downside / n) * Math.Sqrt(barsPerYear);
        double sharpe = sums.Deviation > 0 ? sums.Mean / sums.Deviation : 0;
        return new PerformanceReport(
            n,
            sums.Growth - 1,
            annual,
            volatility,
            sharpe * Math.Sqrt(barsPerYear),
            downside > 0 ? sums.Mean * barsPerYear / downside : 0,
            sums.Drawdown > 0 ? annual / sums.Drawdown : 0,
            sums.Drawdown,
            ConditionalValueAtRisk(returns),
            sums.Ups + sums.Downs > 0 ? sums.Ups / (double)(sums.Ups + sums.Downs) : 0,
            sums.Deviation > 0 ? SharpeConfidence.Probabilistic(sharpe, 0, MomentSummary.Of(returns)) : 0);
    }

    private static double ConditionalValueAtRisk(ReadOnlySpan<double> returns)
    {
        double[] sorted = ArrayPool<double>.Shared.Rent(returns.Length);
        try
        {
            returns.CopyTo(sorted);
            sorted.AsSpan(0, returns.Length).Sort();
            int count = (int)((returns.Length - 1) * Tail) + 1;
            double sum = 0;
            for (int i = 0; i < count; i++)
            {
                sum += sorted[i];
            }

            return -sum / count;
        }
        finally
        {
            ArrayPool<double>.Shared.Return(sorted);
        }
    }
}
