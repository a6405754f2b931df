using MathNet.Numerics;

namespace Superintel.Prediction.Analytics.Distributions;

/// <summary>The standard normal distribution.</summary>
public static class Normal
{
    /// <summary>Probability below z, accurate in both tails.</summary>
    public static double Cumulative(double z) => 0.5 * SpecialFunctions.Erfc(-z / Math.Sqrt(2));

    /// <summary>Probability above z, accurate in both tails.</summary>
    public static double Survival(double z) => 0.5 * SpecialFunctions.Erfc(z / Math.Sqrt(2));

    /// <summary>z below which a probability in (0, 1) lies.</summary>
    public static double Quantile(double probability) => -Math.Sqrt(2) * SpecialFunctions.ErfcInv(2 * probability);

    /// <summary>Density at z.</summary>
    public static double Density(double z) => Math.Exp(-0.5 * z * z) / Math.Sqrt(2 * Math.PI);
}
