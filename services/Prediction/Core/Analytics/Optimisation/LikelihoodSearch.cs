namespace Superintel.Prediction.Analytics.Optimisation;

/// <summary>Maximum likelihood from several starts: the best of them wins, and none is an answer unless it converged.</summary>
internal static class LikelihoodSearch
{
    private const double Coarse = 1e-5;
    private const double Fine = 1e-10;

    /// <summary>Minimises a negative log likelihood without a gradient of its own.</summary>
    /// <param name="negative">Negative log likelihood of parameters without bounds.</param>
    /// <param name="starts">Points to begin at, at least one.</param>
    /// <param name="model">Name of the model, for the refusal.</param>
    /// <exception cref="SeriesFaultException"><c>not-converged</c> from every start.</exception>
    public static Minimum Find(ScalarObjective negative, IReadOnlyList<double[]> starts, string model) =>
        Find(NumericGradient.Coarse(negative), NumericGradient.Of(negative), starts, model);

    /// <summary>Minimises a negative log likelihood with its gradient.</summary>
    /// <param name="negative">Negative log likelihood and its gradient, of parameters without bounds.</param>
    /// <param name="starts">Points to begin at, at least one.</param>
    /// <param name="model">Name of the model, for the refusal.</param>
    /// <exception cref="SeriesFaultException"><c>not-converged</c> from every start.</exception>
    public static Minimum Find(GradientObjective negative, IReadOnlyList<double[]> starts, string model) =>
        Find(negative, negative, starts, model);

    // All starts are followed roughly, the best of the ends to the last digit; the next best only where that one does not settle.
    private static Minimum Find(GradientObjective rough, GradientObjective fine, IReadOnlyList<double[]> starts, string model)
    {
        var walks = new List<QuasiNewtonState>(starts.Count);
        foreach (double[] start in starts)
        {
            var walk = new QuasiNewtonState(rough, start);
            QuasiNewton.Continue(walk, Coarse);
            walks.Add(walk);
        }

        foreach (var walk in walks.OrderBy(w => w.Value))
        {
            var found = Finish(walk, fine);
            if (found.Converged)
            {
                return found;
            }
        }

        throw SeriesFaultException.Of(SeriesFaultCodes.NotConverged, $"the likelihood of the {model} has no maximum that settles");
    }

    // Where slopes mislead, a simplex gets near and the slopes finish.
    private static Minimum Finish(QuasiNewtonState walk, GradientObjective fine)
    {
        double[] start = [.. walk.Point];
        walk.Refine(fine);
        var found = QuasiNewton.Continue(walk, Fine);
        if (found.Converged)
        {
            return found;
        }

        var near = NelderMead.Minimise(point => fine(point, default), double.IsFinite(found.Value) ? found.Point : start);
        return QuasiNewton.Minimise(fine, near.Point, Fine);
    }
}
