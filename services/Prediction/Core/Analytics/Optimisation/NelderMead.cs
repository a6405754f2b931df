namespace Superintel.Prediction.Analytics.Optimisation;

/// <summary>Minimum of a function by a simplex: slow, needs no slope, deterministic.</summary>
/// <remarks>Nelder and Mead (1965) with the dimension-adapted coefficients of Gao and Han (2012).</remarks>
public static class NelderMead
{
    /// <summary>Searches from a point.</summary>
    /// <param name="objective">Infinite outside its domain.</param>
    /// <param name="start">A point inside the domain.</param>
    /// <param name="edge">Length of the first simplex's edges.</param>
    /// <param name="tolerance">Spread of the values, relative, and of the corners at which it stops.</param>
    /// <param name="maximumIterations">Bound of the steps.</param>
    public static Minimum Minimise(
        ScalarObjective objective, ReadOnlySpan<double> start, double edge = 0.25, double tolerance = 1e-10, int maximumIterations = 2000)
    {
        var simplex = new Simplex(start.Length);
        var (iterations, converged) = Minimise(objective, start, simplex, edge, tolerance, maximumIterations);
        return new Minimum(simplex.Corners[0], simplex.Values[0], iterations, converged);
    }

    /// <summary>The same in memory used before, without allocation; the lowest point is left in the simplex.</summary>
    /// <param name="simplex">Of the start's size.</param>
    /// <inheritdoc cref="Minimise(ScalarObjective, ReadOnlySpan{double}, double, double, int)" path="/param" />
    public static (int Iterations, bool Converged) Minimise(
        ScalarObjective objective,
        ReadOnlySpan<double> start,
        Simplex simplex,
        double edge = 0.25,
        double tolerance = 1e-10,
        int maximumIterations = 2000)
    {
        simplex.Begin(objective, start, edge);
        for (int iteration = 0; iteration < maximumIterations; iteration++)
        {
            if (simplex.IsFlat(tolerance))
            {
                return (iteration, true);
            }

            simplex.Step(objective);
        }

        return (maximumIterations, false);
    }
}
