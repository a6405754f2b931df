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
        var (centre, found) = About(shocks, mean, Start(shocks, asymmetric, presample), asymmetric, presample);
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

    private static (double Mean, Minimum Variance) About(
        Shocks shocks, MeanModel mean, double[] start, bool asymmetric, double presample)
    {
        (double Mean, Minimum? Variance) best = (shocks.Mean, null);
        best.Variance = Variance(shocks.Mean);
        if (mean == MeanModel.Constant)
        {
            double reach = Math.Min(1, 20 / Math.Sqrt(shocks.Returns.Length));
            LineMinimum.Find(Trial, shocks.Mean - reach, shocks.Mean + reach, 1e-7);
        }

        return best.Variance is { } settled
            ? (best.Mean, settled)
            : throw SeriesFaultException.Of(
                SeriesFaultCodes.NotConverged, "the likelihood of the EGARCH(1,1) model has no maximum that settles");

        double Trial(double mu)
        {
            var found = Variance(mu);
            best = found is not null && !(found.Value >= best.Variance?.Value) ? (mu, found) : best;
            return found?.Value ?? double.PositiveInfinity;
        }

        // Neighbouring means have neighbouring maxima: each search begins at the best one so far.
        Minimum? Variance(double mu) => LikelihoodSearch.Try(
            new EgarchLikelihood(shocks.Returns, mu, asymmetric, presample).Evaluate, [.. best.Variance?.Point ?? start]);
    }

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
