namespace Superintel.Prediction.Analytics.Optimisation;

/// <summary>Maximum likelihood from several starts: the best of them wins, and none is an answer unless it converged.</summary>
internal static class LikelihoodSearch
{
    private const double Coarse = 1e-6;
    private const double Fine = 1e-10;

    // In units of log likelihood: what is so far behind does not catch up by its last digits.
    private const double Hopeless = 5;

    /// <summary>Minimises a negative log likelihood without a gradient of its own.</summary>
    /// <param name="negative">Negative log likelihood of parameters without bounds.</param>
    /// <param name="starts">Points to begin at, at least one.</param>
    /// <param name="model">Name of the model, for the refusal.</param>
    /// <exception cref="SeriesFaultException"><c>not-converged</c> from every start.</exception>
    public static Minimum Find(ScalarObjective negative, IReadOnlyList<double[]> starts, string model) =>
        Find(NumericGradient.Coarse(negative), NumericGradient.Of(negative), starts) ?? throw Unsettled(model);

    /// <summary>Minimises a negative log likelihood with its gradient.</summary>
    /// <param name="negative">Negative log likelihood and its gradient, of parameters without bounds.</param>
    /// <param name="starts">Points to begin at, at least one.</param>
    /// <param name="model">Name of the model, for the refusal.</param>
    /// <exception cref="SeriesFaultException"><c>not-converged</c> from every start.</exception>
    public static Minimum Find(GradientObjective negative, IReadOnlyList<double[]> starts, string model) =>
        Find(negative, negative, starts) ?? throw Unsettled(model);

    /// <summary>Minimises a negative log likelihood with its gradient from one start; null when it does not settle.</summary>
    public static Minimum? Try(GradientObjective negative, double[] start) => Find(negative, negative, [start]);

    /// <summary>Minimises a negative log likelihood with its gradient from one start, in memory used before: nothing is allocated unless
    /// slopes mislead. The parameters are left in the walk.</summary>
    /// <returns>The least negative log likelihood.</returns>
    /// <exception cref="SeriesFaultException"><c>not-converged</c>.</exception>
    public static double Find(GradientObjective negative, QuasiNewtonState walk, ReadOnlySpan<double> start, string model)
    {
        walk.Restart(negative, start);
        QuasiNewton.Walk(walk, Coarse);
        Span<double> rough = stackalloc double[walk.Point.Length];
        walk.Point.CopyTo(rough);
        walk.Refine(negative);
        if (QuasiNewton.Walk(walk, Fine).Converged) return walk.Value;
        return FromSimplex(negative, walk, double.IsFinite(walk.Value) ? walk.Point : rough)
            ? walk.Value : throw Unsettled(model);
    }

    private static bool FromSimplex(GradientObjective negative, QuasiNewtonState walk, ReadOnlySpan<double> start)
    {
        walk.Restart(negative, NelderMead.Minimise(point => negative(point, default), start).Point);
        return QuasiNewton.Walk(walk, Fine).Converged;
    }

    // All starts are followed roughly; those that ended near the best, and not where a better one did, to the last digit.
    private static Minimum? Find(GradientObjective rough, GradientObjective fine, IReadOnlyList<double[]> starts)
    {
        var walks = new List<QuasiNewtonState>(starts.Count);
        foreach (double[] start in starts)
        {
            var walk = new QuasiNewtonState(rough, start);
            QuasiNewton.Continue(walk, Coarse);
            walks.Add(walk);
        }

        Minimum? best = null;
        foreach (var walk in walks.OrderBy(w => w.Value))
        {
            if (best is not null && (walk.Value > best.Value + Hopeless || Near(walk.Point, best.Point)))
            {
                continue;
            }

            var found = Finish(walk, fine);
            best = found.Converged && (best is null || found.Value < best.Value) ? found : best;
        }

        return best;
    }

    private static bool Near(double[] point, double[] other)
    {
        for (int i = 0; i < point.Length; i++)
        {
            if (!(Math.Abs(point[i] - other[i]) <= 1e-2 * Math.Max(1, Math.Abs(other[i]))))
            {
                return false;
            }
        }

        return true;
    }

    private static SeriesFaultException Unsettled(string model) =>
        SeriesFaultException.Of(SeriesFaultCodes.NotConverged, $"the likelihood of the {model} has no maximum that settles");

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
