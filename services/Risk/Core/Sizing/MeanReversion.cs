namespace Superintel.Risk.Sizing;

/// <summary>What a mean-reverting spread promises over one half-life, from its one-bar volatility.</summary>
/// <param name="StationaryDeviation">Standard deviation of the spread around its mean, log units.</param>
/// <param name="ExpectedMove">Expected move toward the mean over one half-life, log units.</param>
/// <param name="Variance">Variance of the spread's change over one half-life, log units squared.</param>
/// <remarks>
/// First-order autoregression with coefficient phi = 2^(-1/h): the one-bar change has variance 2 s^2 (1 - phi), the forecast over h bars
/// moves by (1 - phi^h) = 1/2 of the distance and has variance s^2 (1 - phi^2h) = 3/4 s^2. Hamilton (1994), Time Series Analysis, 3.4
/// and 4.2.
/// </remarks>
public readonly record struct MeanReversion(double StationaryDeviation, double ExpectedMove, double Variance)
{
    /// <param name="barVolatility">Standard deviation of the one-bar change, log units, above zero.</param>
    /// <param name="halfLifeBars">Above zero.</param>
    /// <param name="zScore">Distance from the mean in stationary deviations.</param>
    public static MeanReversion Over(double barVolatility, double halfLifeBars, double zScore)
    {
        var phi = Math.Pow(2, -1 / halfLifeBars);
        var deviation = barVolatility / Math.Sqrt(2 * (1 - phi));
        return new MeanReversion(deviation, Math.Abs(zScore) * deviation / 2, 0.75 * deviation * deviation);
    }
}
