using System.Numerics.Tensors;

namespace Superintel.Prediction.Analytics.Optimisation;

/// <summary>Minimum of a smooth function without bounds, deterministic.</summary>
/// <remarks>Broyden, Fletcher, Goldfarb and Shanno's update of the inverse curvature; steps satisfy Wolfe's weak conditions by bisection
/// (Lewis and Overton, 2013), in Hager and Zhang's approximate form where a decrease drowns in rounding.</remarks>
public static class QuasiNewton
{
    private const int MaximumTrials = 60;

    /// <summary>Searches downhill from a point.</summary>
    /// <param name="objective">Value and gradient; infinite outside its domain.</param>
    /// <param name="start">A point inside the domain.</param>
    /// <param name="tolerance">Greatest gradient entry, times its coordinate (at least 1), over the value (at least 1).</param>
    /// <param name="maximumIterations">Bound of the steps.</param>
    public static Minimum Minimise(
        GradientObjective objective, ReadOnlySpan<double> start, double tolerance = 1e-10, int maximumIterations = 500)
    {
        return Continue(new QuasiNewtonState(objective, start), tolerance, maximumIterations);
    }

    /// <summary>Goes on from where a search stands, with what it knows of the curvature.</summary>
    internal static Minimum Continue(QuasiNewtonState walk, double tolerance, int maximumIterations = 500)
    {
        var (iterations, converged) = Walk(walk, tolerance, maximumIterations);
        return new Minimum(walk.Point, walk.Value, iterations, converged);
    }

    /// <summary>The same; where it ended is left in the walk, and nothing is allocated.</summary>
    internal static (int Iterations, bool Converged) Walk(QuasiNewtonState walk, double tolerance, int maximumIterations = 500)
    {
        for (int iteration = 0; iteration < maximumIterations; iteration++)
        {
            if (!double.IsFinite(walk.Value))
            {
                return (iteration, false);
            }

            double slackness = walk.Slackness();
            if (slackness <= tolerance)
            {
                return (iteration, true);
            }

            walk.Aim();
            if (Search(walk))
            {
                walk.Learn();
            }
            else if (!walk.Forget())
            {
                // Rounding hides every further decrease: good enough when the slope is as small as the value's own noise allows.
                return (iteration, slackness <= 1e-6);
            }
        }

        return (maximumIterations, walk.Slackness() <= 1e-8);
    }

    private static bool Search(QuasiNewtonState walk)
    {
        double slope = TensorPrimitives.Dot<double>(walk.Gradient, walk.Direction);
        double low = 0;
        double high = double.PositiveInfinity;
        double length = walk.FirstStep();
        for (int trial = 0; trial < MaximumTrials; trial++)
        {
            // A step of full curvature is mostly right and its gradient needed; of any other the value is looked at first.
            double value = trial == 0 && length == 1 ? walk.Try(length) : walk.Probe(length);
            bool lower = value <= walk.Value + (1e-4 * length * slope);
            bool level = value <= walk.Value + (1e-14 * Math.Abs(walk.Value));
            double steepness = lower || level ? Steepness(walk, length) : double.NaN;
            if (double.IsNaN(steepness) || (!lower && Math.Abs(steepness) > 0.9 * -slope))
            {
                high = length;
                length = Between(low, high, Vertex(length, value - walk.Value, slope));
                continue;
            }

            if (steepness >= 0.9 * slope)
            {
                return true;
            }

            low = length;
            length = double.IsInfinity(high) ? 2 * length : 0.5 * (low + high);
        }

        return false;
    }

    private static double Steepness(QuasiNewtonState walk, double length) =>
        double.IsFinite(walk.Try(length)) ? TensorPrimitives.Dot<double>(walk.TrialGradient, walk.Direction) : double.NaN;

    // Least point of the parabola through the start, its slope and the trial.
    private static double Vertex(double length, double rise, double slope) =>
        -slope * length * length / (2 * (rise - (slope * length)));

    private static double Between(double low, double high, double wished) =>
        wished > low + (0.05 * (high - low)) && wished < low + (0.5 * (high - low)) ? wished : 0.5 * (low + high);
}
