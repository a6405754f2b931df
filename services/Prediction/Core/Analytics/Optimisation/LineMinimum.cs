namespace Superintel.Prediction.Analytics.Optimisation;

/// <summary>Minimum of a function of one variable in an interval.</summary>
/// <remarks>Brent (1973), Algorithms for minimization without derivatives: parabolas, golden sections where they fail.</remarks>
public static class LineMinimum
{
    private static readonly double Golden = (3 - Math.Sqrt(5)) / 2;

    /// <summary>Finds a local minimum; of a unimodal function, the minimum.</summary>
    /// <param name="objective">Finite inside the interval.</param>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Upper end, above <paramref name="low"/>.</param>
    /// <param name="tolerance">Width at which it stops, absolute; a minimum is flat, so below 1e-8 nothing is gained.</param>
    public static (double Point, double Value) Find(Func<double, double> objective, double low, double high, double tolerance = 1e-9)
    {
        double best = low + (Golden * (high - low));
        double second = best;
        double third = best;
        double atBest = objective(best);
        double atSecond = atBest;
        double atThird = atBest;
        double step = 0;
        double before = 0;
        for (int i = 0; i < 200; i++)
        {
            double middle = 0.5 * (low + high);
            if (Math.Abs(best - middle) <= (2 * tolerance) - (0.5 * (high - low)))
            {
                break;
            }

            double parabola = Parabola(best, second, third, atBest, atSecond, atThird);
            bool usable = Math.Abs(parabola) < 0.5 * Math.Abs(before) && best + parabola > low && best + parabola < high;
            double golden = (best < middle ? high : low) - best;
            (before, step) = usable ? (step, parabola) : (golden, Golden * golden);
            double trial = best + (Math.Abs(step) >= tolerance ? step : Math.CopySign(tolerance, step));
            double atTrial = objective(trial);
            if (atTrial <= atBest)
            {
                (low, high) = trial < best ? (low, best) : (best, high);
                (third, atThird, second, atSecond, best, atBest) = (second, atSecond, best, atBest, trial, atTrial);
                continue;
            }

            (low, high) = trial < best ? (trial, high) : (low, trial);
            if (atTrial <= atSecond || second == best)
            {
                (third, atThird, second, atSecond) = (second, atSecond, trial, atTrial);
            }
            else if (atTrial <= atThird || third == best || third == second)
            {
                (third, atThird) = (trial, atTrial);
            }
        }

        return (best, atBest);
    }

    // Distance from the best point to the vertex through the three best; not finite when they lie on a line.
    private static double Parabola(double best, double second, double third, double atBest, double atSecond, double atThird)
    {
        double r = (best - second) * (atBest - atThird);
        double q = (best - third) * (atBest - atSecond);
        double p = ((best - third) * q) - ((best - second) * r);
        double vertex = -p / (2 * (q - r));
        return double.IsFinite(vertex) ? vertex : double.PositiveInfinity;
    }
}
