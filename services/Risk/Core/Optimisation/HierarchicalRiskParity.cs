using Superintel.Risk.Measures.Covariances;
using Superintel.Risk.Optimisation.Programs;

namespace Superintel.Risk.Optimisation;

/// <summary>Assets are ordered by likeness, and risk is split between the halves again and again; long only, no matrix is
/// inverted.</summary>
/// <remarks>Lopez de Prado (2016), Building diversified portfolios that outperform out of sample: distance sqrt((1 - correlation) / 2),
/// single linkage, inverse-variance weights within a half. As PyPortfolioOpt.</remarks>
public static class HierarchicalRiskParity
{
    /// <returns>The objective is the portfolio's variance; there is nothing to optimise, so the residual is how far the weights are from
    /// summing to one.</returns>
    public static OptimalPortfolio Solve(CovarianceEstimate covariance) => Solve(covariance, covariance.Correlations());

    /// <param name="correlations">Row-major; they need not be the covariance's own where assets have different histories.</param>
    public static OptimalPortfolio Solve(CovarianceEstimate covariance, ReadOnlySpan<double> correlations)
    {
        var n = covariance.Size;
        var order = n == 1 ? [0] : SingleLinkage.LeafOrder([.. correlations.ToArray().Select(Distance)], n);
        var weights = new double[n];
        Array.Fill(weights, 1);
        var parts = new Stack<(int From, int To)>();
        parts.Push((0, n));
        while (parts.TryPop(out var part))
        {
            if (part.To - part.From < 2) continue;
            var middle = part.From + ((part.To - part.From) / 2);
            var (left, right) = (Variance(covariance, order[part.From..middle]), Variance(covariance, order[middle..part.To]));
            // Two halves without risk are alike.
            var share = left + right > 0 ? right / (left + right) : 0.5;
            for (var i = part.From; i < part.To; i++) weights[order[i]] *= i < middle ? share : 1 - share;
            parts.Push((part.From, middle));
            parts.Push((middle, part.To));
        }
        return new OptimalPortfolio(
            "hrp", ProgramStatus.Optimal, weights, covariance.Variance(weights), Math.Abs(weights.Sum() - 1));
    }

    private static double Distance(double correlation) => Math.Sqrt(Math.Clamp((1 - correlation) / 2, 0, 1));

    // Variance of a half whose members are weighted by the inverse of their own variance.
    private static double Variance(CovarianceEstimate covariance, int[] members)
    {
        var inverse = members.Select(i => 1 / covariance[i, i]).ToArray();
        var (sum, total) = (0.0, inverse.Sum());
        for (var a = 0; a < members.Length; a++)
        {
            for (var b = 0; b < members.Length; b++) sum += inverse[a] * inverse[b] * covariance[members[a], members[b]];
        }
        return Math.Max(0, sum / (total * total));
    }
}
