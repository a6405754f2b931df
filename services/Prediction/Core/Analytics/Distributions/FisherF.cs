using MathNet.Numerics;

namespace Superintel.Prediction.Analytics.Distributions;

/// <summary>Fisher's F distribution.</summary>
public static class FisherF
{
    /// <summary>Probability above x, accurate in the upper tail.</summary>
    public static double Survival(double x, double numerator, double denominator) =>
        x <= 0 ? 1 : SpecialFunctions.BetaRegularized(0.5 * denominator, 0.5 * numerator, denominator / (denominator + (numerator * x)));
}
