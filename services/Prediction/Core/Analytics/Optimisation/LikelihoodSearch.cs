namespace Superintel.Prediction.Analytics.Optimisation;

/// <summary>Maximum likelihood from several starts: the best of them wins, and none is an answer unless it converged.</summary>
internal static class LikelihoodSearch
{
    /// <summary>Minimises a negative log likelihood.</summary>
    /// <param name="negative">Negative log likelihood and its gradient, of parameters without bounds.</param>
    /// <param name="starts">Points to begin at, at least one.</param>
    /// <param name="model">Name of the model, for the refusal.</param>
    /// <exception cref="SeriesFaultException"><c>not-converged</c> from every start.</exception>
    public static Minimum Find(GradientObjective negative, IReadOnlyList<double[]> starts, string model)
    {
        Minimum? best = null;
        foreach (double[] start in starts)
        {
            var found = Refine(negative, start);
            best = found.Converged && (best is null || found.Value < best.Value) ? found : best;
        }

        return best
            ?? throw SeriesFaultException.Of(SeriesFaultCodes.NotConverged, $"the likelihood of the {model} has no maximum that settles");
    }

    // Where slopes mislead, a simplex gets near and the slopes finish.
    private static Minimum Refine(GradientObjective negative, double[] start)
    {
        var found = QuasiNewton.Minimise(negative, start);
        if (found.Converged)
        {
            return found;
        }

        double[] unused = new double[start.Length];
        var near = NelderMead.Minimise(point => negative(point, unused), double.IsFinite(found.Value) ? found.Point : start);
        return QuasiNewton.Minimise(negative, near.Point);
    }
}
