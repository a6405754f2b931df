using Superintel.Risk.Measures.Covariances;
using Superintel.Risk.Optimisation.Programs;

namespace Superintel.Risk.Optimisation;

/// <summary>Expected returns between what the market implies and one's own views.</summary>
/// <remarks>Black and Litterman (1992); He and Litterman (1999) for the uncertainty of the views, diag(tau P S P').</remarks>
public static class BlackLitterman
{
    /// <summary>He and Litterman's scale of the prior's uncertainty.</summary>
    public const double DefaultTau = 0.05;

    /// <summary>Returns at which holding the market is optimal: aversion S w + risk-free.</summary>
    public static double[] Implied(CovarianceEstimate covariance, ReadOnlySpan<double> market, double aversion, double riskFree)
    {
        var implied = new double[covariance.Size];
        for (var i = 0; i < implied.Length; i++)
        {
            implied[i] = riskFree;
            for (var j = 0; j < implied.Length; j++) implied[i] += aversion * covariance[i, j] * market[j];
        }
        return implied;
    }

    /// <summary>Returns and covariance after the views.</summary>
    /// <param name="prior">Expected return of each asset.</param>
    /// <param name="views">Expected return of some assets.</param>
    public static (double[] Means, CovarianceEstimate Covariance) Posterior(
        CovarianceEstimate covariance, ReadOnlySpan<double> prior, IReadOnlyList<(int Asset, double Return)> views, double tau = DefaultTau)
    {
        var (n, k) = (covariance.Size, views.Count);
        var means = prior.ToArray();
        var matrix = (double[])covariance.Matrix.Clone();
        for (var i = 0; i < matrix.Length; i++) matrix[i] += tau * covariance.Matrix[i];
        if (k == 0) return (means, covariance with { Matrix = matrix });
        // tau P S P' + omega, with omega its diagonal.
        var between = new double[k * k];
        for (var a = 0; a < k; a++)
        {
            for (var b = 0; b < k; b++) between[(a * k) + b] = tau * covariance[views[a].Asset, views[b].Asset] * (a == b ? 2 : 1);
        }
        var system = LinearSystem.Factor(between, k)
            ?? throw new ArgumentException("Two views are of the same asset, or of assets that move as one.", nameof(views));
        var surprise = system.Solve([.. views.Select(view => view.Return - means[view.Asset])]);
        for (var i = 0; i < n; i++)
        {
            for (var a = 0; a < k; a++) means[i] += tau * covariance[i, views[a].Asset] * surprise[a];
        }
        for (var j = 0; j < n; j++)
        {
            var pulled = system.Solve([.. views.Select(view => tau * covariance[view.Asset, j])]);
            for (var i = 0; i < n; i++)
            {
                for (var a = 0; a < k; a++) matrix[(i * n) + j] -= tau * covariance[i, views[a].Asset] * pulled[a];
            }
        }
        return (means, covariance with { Matrix = matrix });
    }

    /// <summary>The unconstrained optimum of the posterior, scaled to sum to one.</summary>
    public static double[] Weights(CovarianceEstimate covariance, ReadOnlySpan<double> means)
    {
        var system = LinearSystem.Factor((double[])covariance.Matrix.Clone(), covariance.Size)
            ?? throw new ArgumentException("The covariance matrix is singular.", nameof(covariance));
        var raw = system.Solve(means);
        var sum = raw.Sum();
        return [.. raw.Select(value => value / sum)];
    }
}
