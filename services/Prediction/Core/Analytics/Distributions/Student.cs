using MathNet.Numerics;

namespace Superintel.Prediction.Analytics.Distributions;

/// <summary>Student's t distribution with any positive degrees of freedom.</summary>
public static class Student
{
    /// <summary>Probability below x.</summary>
    public static double Cumulative(double x, double freedom)
    {
        double tail = 0.5 * SpecialFunctions.BetaRegularized(0.5 * freedom, 0.5, freedom / (freedom + (x * x)));
        return x > 0 ? 1 - tail : tail;
    }

    /// <summary>ln of the density at x.</summary>
    public static double LogDensity(double x, double freedom) =>
        LogConstant(freedom) - (0.5 * (freedom + 1) * Math.Log(1 + (x * x / freedom)));

    /// <summary>x below which a probability in (0, 1) lies.</summary>
    /// <param name="probability">In (0, 1).</param>
    /// <param name="freedom">Degrees of freedom.</param>
    /// <param name="near">Where the search begins, for example the quantile of nearly the same distribution; none when null.</param>
    public static double Quantile(double probability, double freedom, double? near = null)
    {
        // The lower tail keeps its digits where the upper one is a difference from 1.
        if (probability > 0.5)
        {
            return -Quantile(1 - probability, freedom, -near);
        }

        if (probability == 0.5)
        {
            return 0;
        }

        double constant = LogConstant(freedom);
        double x = Math.Min(near ?? Normal.Quantile(probability), -1e-12);
        double goal = Math.Log(probability);
        for (int i = 0; i < 100; i++)
        {
            // Newton on the logarithm: it is concave, so an overshoot stays on the safe side.
            double cumulative = Cumulative(x, freedom);
            double density = Math.Exp(constant - (0.5 * (freedom + 1) * Math.Log(1 + (x * x / freedom))));
            double step = (Math.Log(cumulative) - goal) * cumulative / density;
            double next = Math.Min(x - step, 0.5 * x);
            bool settled = Math.Abs(next - x) <= 1e-13 * Math.Abs(x);
            x = next;
            if (settled)
            {
                break;
            }
        }

        return x;
    }

    private static double LogConstant(double freedom) =>
        SpecialFunctions.GammaLn(0.5 * (freedom + 1)) - SpecialFunctions.GammaLn(0.5 * freedom) - (0.5 * Math.Log(freedom * Math.PI));
}
