using Superintel.Prediction.Analytics.Distributions;

namespace Superintel.Prediction.Analytics.Diagnostics;

/// <summary>Test of normality by skewness and kurtosis.</summary>
/// <remarks>Jarque and Bera (1987): T/6 (S^2 + (K - 3)^2 / 4), chi-squared with two degrees of freedom.</remarks>
public static class JarqueBera
{
    /// <summary>Statistic, p-value and the moments behind them.</summary>
    /// <exception cref="SeriesFaultException">The sample is at fault.</exception>
    public static (double Statistic, double PValue, MomentSummary Moments) Test(ReadOnlySpan<double> values)
    {
        var moments = MomentSummary.Of(values);
        double excess = moments.Kurtosis - 3;
        double statistic = values.Length / 6.0 * ((moments.Skewness * moments.Skewness) + (0.25 * excess * excess));
        return (statistic, ChiSquared.Survival(statistic, 2), moments);
    }
}
