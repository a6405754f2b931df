using Superintel.Prediction.Analytics.Optimisation;

namespace Superintel.Prediction.Analytics.Volatility;

/// <summary>EGARCH(1,1) by maximum likelihood.</summary>
/// <remarks>Nelson (1991), in arch's parameterisation (orders 1, 1, 1). |z| has a kink wherever the mean crosses a return, so the mean is
/// searched by itself, about the smooth maximum over everything else.</remarks>
public static class Egarch
{
    private static readonly double[] Persistences = [0.8, 0.95, 0.98];
    private static readonly double[] Sizes = [0.05, 0.15, 0.3];

    /// <summary>Fits the model.</summary>
    /// <param name="returns">Returns per bar in any unit, oldest first, at least 20 finite values.</param>
    /// <param name="mean">Whether a mean is estimated.</param>
    /// <param name="asymmetric">Whether a shock's sign matters (gamma).</param>
    /// <exception cref="SeriesFaultException">The returns are at fault, or the search does not settle: <c>not-converged</c>.</exception>
    public static EgarchModel Fit(ReadOnlySpan<double> returns, MeanModel mean = MeanModel.Constant, bool asymmetric = true)
    {
        var shocks = Shocks.Of(returns, mean);
        double presample = Math.Log(shocks.Backcast);
        double centre = shocks.Mean;
        var found = Variance(shocks, centre, asymmetric, presample, Start(shocks, asymmetric, presample));
        if (mean == MeanModel.Constant)
        {
            var nearest = found;
            double reach = Math.Min(1, 20 / Math.Sqrt(returns.Length));
            (centre, _) = LineMinimum.Find(
                mu => (nearest = Variance(shocks, mu, asymmetric, presample, nearest.Point)).Value, centre - reach, centre + reach, 1e-7);
            found = Variance(shocks, centre, asymmetric, presample, nearest.Point);
        }

        var (omega, alpha, gamma, beta) = EgarchLikelihood.Natural(found.Point);
        double logSquare = 2 * Math.Log(shocks.Scale);
        return new EgarchModel(
            centre * shocks.Scale,
            omega + ((1 - beta) * logSquare),
            alpha,
            gamma,
            beta,
            presample + logSquare,
            -found.Value - (0.5 * returns.Length * logSquare),
            found.Point.Length + (mean == MeanModel.Constant ? 1 : 0),
            returns.Length);
    }

    private static Minimum Variance(Shocks shocks, double mu, bool asymmetric, double presample, double[] start) => LikelihoodSearch.Find(
        new EgarchLikelihood(shocks.Returns, mu, asymmetric, presample).Evaluate, [start], "EGARCH(1,1) model");

    private static double[] Start(Shocks shocks, bool asymmetric, double presample)
    {
        double[]? best = null;
        double least = double.PositiveInfinity;
        double[] unused = new double[4];
        var likelihood = new EgarchLikelihood(shocks.Returns, shocks.Mean, asymmetric, presample);
        foreach (double persistence in Persistences)
        {
            foreach (double size in Sizes)
            {
                double[] variance = [0, size, Math.Atanh(persistence)];
                double[] point = asymmetric ? [.. variance, 0] : variance;
                double value = likelihood.Evaluate(point, unused.AsSpan(0, point.Length));
                (best, least) = best is null || value < least ? (point, value) : (best, least);
            }
        }

        return best!;
    }
}
