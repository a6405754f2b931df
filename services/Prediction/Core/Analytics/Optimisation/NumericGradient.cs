namespace Superintel.Prediction.Analytics.Optimisation;

/// <summary>Slopes by symmetric differences of fourth order: about ten digits of a smooth likelihood.</summary>
public static class NumericGradient
{
    private const double Step = 5e-4;

    /// <summary>Adds a gradient to an objective, at four further evaluations per parameter.</summary>
    public static GradientObjective Of(ScalarObjective objective) => (point, gradient) =>
    {
        double value = objective(point);
        if (!double.IsFinite(value))
        {
            return double.PositiveInfinity;
        }

        double[] moved = point.ToArray();
        for (int i = 0; i < moved.Length; i++)
        {
            double centre = point[i];
            double step = Step * Math.Max(1, Math.Abs(centre));
            double near = At(centre + step) - At(centre - step);
            double far = At(centre + (2 * step)) - At(centre - (2 * step));
            gradient[i] = ((8 * near) - far) / (12 * step);
            moved[i] = centre;

            double At(double coordinate)
            {
                moved[i] = coordinate;
                return objective(moved);
            }
        }

        return value;
    };
}
