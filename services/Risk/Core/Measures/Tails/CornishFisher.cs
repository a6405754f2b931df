using Superintel.Prediction.Analytics.Distributions;

namespace Superintel.Risk.Measures.Tails;

/// <summary>The normal quantile corrected by skewness and excess kurtosis.</summary>
/// <remarks>Cornish and Fisher (1937); Favre and Galeano (2002), modified value at risk. Moments are the population's (divided by n), the
/// standard deviation the sample's (n - 1).</remarks>
public static class CornishFisher
{
    private const int Steps = 2_000;

    public static TailEstimate Tail(ReadOnlySpan<double> returns, double confidence)
    {
        var (mean, deviation, skewness, kurtosis) = Moments(returns);
        var tail = 1 - confidence;
        var var = -(mean + (deviation * Quantile(tail, skewness, kurtosis)));
        // Expected shortfall is the mean of the quantiles beyond; the midpoint rule over logarithms of the probability reaches into the
        // tail.
        var sum = 0.0;
        var width = 20.0 / Steps;
        for (var i = 0; i < Steps; i++)
        {
            var u = tail * Math.Exp(-(i + 0.5) * width);
            sum += Quantile(u, skewness, kurtosis) * u * width;
        }
        var cvar = -(mean + (deviation * sum / tail));
        return new TailEstimate(var, Math.Max(var, cvar));
    }

    /// <param name="kurtosis">Excess over 3.</param>
    public static double Quantile(double probability, double skewness, double kurtosis)
    {
        var z = Normal.Quantile(probability);
        return z + (((z * z) - 1) * skewness / 6) + (((z * z * z) - (3 * z)) * kurtosis / 24)
            - (((2 * z * z * z) - (5 * z)) * skewness * skewness / 36);
    }

    private static (double Mean, double Deviation, double Skewness, double Kurtosis) Moments(ReadOnlySpan<double> returns)
    {
        var (n, mean) = ((double)returns.Length, 0.0);
        foreach (var value in returns) mean += value / n;
        var (second, third, fourth) = (0.0, 0.0, 0.0);
        foreach (var value in returns)
        {
            var d = value - mean;
            second += d * d / n;
            third += d * d * d / n;
            fourth += d * d * d * d / n;
        }
        return (mean, Math.Sqrt(second * n / (n - 1)), third / Math.Pow(second, 1.5), (fourth / (second * second)) - 3);
    }
}
