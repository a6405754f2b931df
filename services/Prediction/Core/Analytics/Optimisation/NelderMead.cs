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
        int size = start.Length;
        double[][] corners = new double[size + 1][];
        double[] values = new double[size + 1];
        for (int i = 0; i <= size; i++)
        {
            corners[i] = start.ToArray();
            if (i > 0)
            {
                corners[i][i - 1] += edge;
            }

            values[i] = Evaluate(objective, corners[i]);
        }

        Array.Sort(values, corners);
        for (int iteration = 0; iteration < maximumIterations; iteration++)
        {
            if (Flat(corners, values, tolerance))
            {
                return new Minimum(corners[0], values[0], iteration, true);
            }

            Step(objective, corners, values);
            Array.Sort(values, corners);
        }

        return new Minimum(corners[0], values[0], maximumIterations, false);
    }

    private static void Step(ScalarObjective objective, double[][] corners, double[] values)
    {
        int size = corners.Length - 1;
        double[] centre = Centre(corners);
        var (reflected, atReflected) = Probe(objective, centre, corners[size], 1);
        if (atReflected < values[0])
        {
            var (expanded, atExpanded) = Probe(objective, centre, corners[size], 1 + (2.0 / size));
            (corners[size], values[size]) = atExpanded < atReflected ? (expanded, atExpanded) : (reflected, atReflected);
            return;
        }

        if (atReflected < values[size - 1])
        {
            (corners[size], values[size]) = (reflected, atReflected);
            return;
        }

        double contraction = 0.75 - (1 / (2.0 * size));
        bool outside = atReflected < values[size];
        var (contracted, atContracted) = Probe(objective, centre, corners[size], outside ? contraction : -contraction);
        if (atContracted < Math.Min(atReflected, values[size]))
        {
            (corners[size], values[size]) = (contracted, atContracted);
            return;
        }

        Shrink(objective, corners, values);
    }

    private static void Shrink(ScalarObjective objective, double[][] corners, double[] values)
    {
        int size = corners.Length - 1;
        double factor = size > 1 ? 1 - (1.0 / size) : 0.5;
        for (int i = 1; i <= size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                corners[i][j] = corners[0][j] + (factor * (corners[i][j] - corners[0][j]));
            }

            values[i] = Evaluate(objective, corners[i]);
        }
    }

    private static double[] Centre(double[][] corners)
    {
        int size = corners.Length - 1;
        double[] centre = new double[size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                centre[j] += corners[i][j] / size;
            }
        }

        return centre;
    }

    private static (double[] Point, double Value) Probe(ScalarObjective objective, double[] centre, double[] worst, double distance)
    {
        double[] point = new double[centre.Length];
        for (int j = 0; j < point.Length; j++)
        {
            point[j] = centre[j] + (distance * (centre[j] - worst[j]));
        }

        return (point, Evaluate(objective, point));
    }

    private static double Evaluate(ScalarObjective objective, double[] point)
    {
        double value = objective(point);
        return double.IsNaN(value) ? double.PositiveInfinity : value;
    }

    private static bool Flat(double[][] corners, double[] values, double tolerance)
    {
        if (!(values[^1] - values[0] <= tolerance * Math.Max(1, Math.Abs(values[0]))))
        {
            return false;
        }

        double widest = 0;
        for (int i = 1; i < corners.Length; i++)
        {
            for (int j = 0; j < corners[0].Length; j++)
            {
                widest = Math.Max(widest, Math.Abs(corners[i][j] - corners[0][j]));
            }
        }

        return widest <= 1e-4;
    }
}
