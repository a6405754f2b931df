using Superintel.Prediction.Analytics.Optimisation;

namespace Superintel.Prediction.Analytics.Volatility;

/// <summary>GARCH(1,1) by maximum likelihood.</summary>
/// <remarks>Bollerslev (1986). The likelihood is maximised over the persistence and alpha's share of it, so that alpha, beta >= 0 and
/// alpha + beta below 1 hold everywhere; slopes are analytic.</remarks>
public static class Garch
{
    private static readonly double[] Persistences = [0.5, 0.8, 0.95, 0.99];
    private static readonly double[] Shares = [0.05, 0.1, 0.3];

    /// <summary>Fits the model.</summary>
    /// <param name="returns">Returns per bar in any unit, oldest first, at least 20 finite values.</param>
    /// <param name="mean">Whether a mean is estimated.</param>
    /// <param name="presample">Variance before the first return.</param>
    /// <exception cref="SeriesFaultException">The returns are at fault, or the search does not settle: <c>not-converged</c>.</exception>
    public static GarchModel Fit(
        ReadOnlySpan<double> returns, MeanModel mean = MeanModel.Constant, PresampleVariance presample = PresampleVariance.Backcast)
    {
        var shocks = Shocks.Of(returns, mean);
        var likelihood = new GarchLikelihood(shocks, mean, presample);
        var found = LikelihoodSearch.Find(likelihood.Evaluate, [Start(likelihood, shocks, mean)], "GARCH(1,1) model");
        double square = shocks.Scale * shocks.Scale;
        var (mu, omega, alpha, beta) = likelihood.Natural(found.Point);
        return new GarchModel(
            mu * shocks.Scale,
            omega * square,
            alpha,
            beta,
            likelihood.PresampleAt(mu) * square,
            -found.Value - (returns.Length * Math.Log(shocks.Scale)),
            found.Point.Length,
            returns.Length);
    }

    private static double[] Start(GarchLikelihood likelihood, Shocks shocks, MeanModel mean)
    {
        double[]? best = null;
        double least = double.PositiveInfinity;
        double[] unused = new double[4];
        foreach (double persistence in Persistences)
        {
            foreach (double share in Shares)
            {
                double[] variance = [Math.Log(1 - persistence), Bounded.FromShare(persistence), Bounded.FromShare(share)];
                double[] point = mean == MeanModel.Constant ? [.. variance, shocks.Mean] : variance;
                double value = likelihood.Evaluate(point, unused.AsSpan(0, point.Length));
                (best, least) = best is null || value < least ? (point, value) : (best, least);
            }
        }

        return best!;
    }
}
