using MathNet.Numerics;

namespace Superintel.Prediction.Analytics.Distributions;

/// <summary>The chi-squared distribution.</summary>
public static class ChiSquared
{
    /// <summary>Probability above x, accurate in the upper tail.</summary>
    public static double Survival(double x, double degreesOfFreedom) =>
        x <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(0.5 * degreesOfFreedom, 0.5 * x);
}
