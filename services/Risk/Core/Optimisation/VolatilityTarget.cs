using Superintel.Risk.Measures.Covariances;

namespace Superintel.Risk.Optimisation;

/// <summary>Scales a portfolio to a volatility.</summary>
public static class VolatilityTarget
{
    /// <param name="weights">Any portfolio.</param>
    /// <param name="target">Standard deviation per period.</param>
    /// <param name="mostLeverage">Largest sum of absolute weights.</param>
    /// <returns>The weights times one factor, not negative.</returns>
    public static double[] Scale(CovarianceEstimate covariance, ReadOnlySpan<double> weights, double target, double mostLeverage)
    {
        var volatility = Math.Sqrt(covariance.Variance(weights));
        var gross = 0.0;
        foreach (var weight in weights) gross += Math.Abs(weight);
        if (!(volatility > 0) || !(gross > 0)) return new double[weights.Length];
        var factor = Math.Min(target / volatility, mostLeverage / gross);
        return [.. weights.ToArray().Select(weight => weight * factor)];
    }
}
