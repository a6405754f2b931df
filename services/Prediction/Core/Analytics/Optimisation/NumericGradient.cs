namespace Superintel.Prediction.Analytics.Optimisation;

/// <summary>Slopes by symmetric differences of fourth order: about ten digits of a smooth likelihood.</summary>
public static class NumericGradient
{
    private const double Step = 5e-4;
    private const double CoarseStep = 1e-5;

    /// <summary>Adds a gradient to an objective, at four further evaluations per parameter.</summary>
    public static GradientObjective Of(ScalarObjective objective) => (point, gradient) =>
    {
        double value = objective(point);
        if (gradient.IsEmpty || !double.IsFinite(value))
        {
            return double.IsFinite(value) ? value : double.PositiveInfinity;
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

    /// <summary>Adds a gradient of second order, about six digits, at two further evaluations per parameter.</summary>
    public static GradientObjective Coarse(ScalarObjective objective) => (point, gradient) =>
    {
        double value = objective(point);
        if (gradient.IsEmpty || !double.IsFinite(value))
        {
            return double.IsFinite(value) ? value : double.PositiveInfinity;
        }

        double[] moved = point.ToArray();
        for (int i = 0; i < moved.Length; i++)
        {
            double step = CoarseStep * Math.Max(1, Math.Abs(point[i]));
            moved[i] = point[i] + step;
            double above = objective(moved);
            moved[i] = point[i] - step;
            gradient[i] = (above - objective(moved)) / (2 * step);
            moved[i] = point[i];
        }

        return value;
    };
}
