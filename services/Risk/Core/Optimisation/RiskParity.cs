using Superintel.Risk.Measures.Covariances;
using Superintel.Risk.Optimisation.Programs;

namespace Superintel.Risk.Optimisation;

/// <summary>Every asset contributes the same share of the variance; long only.</summary>
/// <remarks>Maillard, Roncalli and Teiletche (2010); found as the minimum of w'Sw/2 - sum(ln w) / n by the cyclical coordinate descent of
/// Griveau-Billion, Richard and Roncalli (2013), then scaled to sum to one.</remarks>
public static class RiskParity
{
    private const int MostSweeps = 10_000;
    private const double Tolerance = 1e-14;

    /// <returns>The objective is the portfolio's variance, the residual the largest distance of a risk share from 1/n.</returns>
    public static OptimalPortfolio Solve(CovarianceEstimate covariance)
    {
        var n = covariance.Size;
        var w = new double[n];
        for (var i = 0; i < n; i++) w[i] = 1 / (covariance.Volatility(i) * Math.Sqrt(n));
        for (var sweep = 0; sweep < MostSweeps && Sweep(covariance, w) > Tolerance; sweep++)
        {
        }
        var sum = w.Sum();
        double[] weights = [.. w.Select(value => value / sum)];
        var variance = covariance.Variance(weights);
        var residual = Enumerable.Range(0, n).Max(i => Math.Abs((weights[i] * Product(covariance, weights, i) / variance) - (1.0 / n)));
        return new OptimalPortfolio(
            "risk-parity", residual < 1e-8 ? ProgramStatus.Optimal : ProgramStatus.NotConverged, weights, variance, residual);
    }

    // The best value of one weight with the others fixed is the positive root of S_ii w^2 + b w - 1/n = 0.
    private static double Sweep(CovarianceEstimate covariance, double[] w)
    {
        var largest = 0.0;
        for (var i = 0; i < w.Length; i++)
        {
            var variance = covariance[i, i];
            var others = Product(covariance, w, i) - (variance * w[i]);
            var root = (-others + Math.Sqrt((others * others) + (4 * variance / w.Length))) / (2 * variance);
            largest = Math.Max(largest, Math.Abs((root / w[i]) - 1));
            w[i] = root;
        }
        return largest;
    }

    private static double Product(CovarianceEstimate covariance, double[] w, int row)
    {
        var sum = 0.0;
        for (var j = 0; j < w.Length; j++) sum += covariance[row, j] * w[j];
        return sum;
    }
}
