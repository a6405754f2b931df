namespace Superintel.Prediction.Analytics.Diagnostics;

/// <summary>First four moments of a sample.</summary>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="Variance">Population variance (divided by T).</param>
/// <param name="Skewness">Population skewness.</param>
/// <param name="Kurtosis">Population kurtosis, 3 for a normal sample (not the excess).</param>
/// <param name="Observations">T.</param>
public readonly record struct MomentSummary(double Mean, double Variance, double Skewness, double Kurtosis, int Observations)
{
    /// <summary>Moments of a sample of at least 2 finite values that are not all equal.</summary>
    /// <exception cref="SeriesFaultException">The sample is at fault.</exception>
    public static MomentSummary Of(ReadOnlySpan<double> values)
    {
        SeriesCheck.Demand(values, 2);
        double mean = 0;
        foreach (double v in values)
        {
            mean += v;
        }

        mean /= values.Length;
        double second = 0;
        double third = 0;
        double fourth = 0;
        foreach (double v in values)
        {
            double d = v - mean;
            double square = d * d;
            second += square;
            third += square * d;
            fourth += square * square;
        }

        double variance = second / values.Length;
        return new MomentSummary(
            mean,
            variance,
            third / values.Length / Math.Pow(variance, 1.5),
            fourth / values.Length / (variance * variance),
            values.Length);
    }
}
