namespace Superintel.Prediction.Analytics.Volatility;

/// <summary>Exponentially weighted variance: h(t) = decay h(t-1) + (1 - decay) e(t-1)^2.</summary>
/// <remarks>RiskMetrics (1996), with decay 0.94 for days and 0.97 for months.</remarks>
public static class ExponentialVariance
{
    /// <summary>RiskMetrics' decay for daily returns.</summary>
    public const double DailyDecay = 0.94;

    /// <summary>Writes the variance of every shock given the ones before it, without allocation.</summary>
    /// <param name="shocks">Returns less their mean, oldest first, finite and not all equal.</param>
    /// <param name="variances">Receives one per shock.</param>
    /// <param name="decay">Weight kept per bar, in (0, 1).</param>
    /// <param name="presample">Variance and squared shock before the first; without one <see cref="Backcast"/> of the shocks.</param>
    /// <returns>Variance of the shock after the last: the forecast for every horizon.</returns>
    /// <exception cref="SeriesFaultException">The shocks are at fault.</exception>
    public static double Filter(
        ReadOnlySpan<double> shocks, Span<double> variances, double decay = DailyDecay, double? presample = null)
    {
        if (!(decay is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(decay), decay, "in (0, 1)");
        }

        SeriesCheck.Demand(shocks, 2);
        double variance = presample ?? Backcast.Of(shocks);
        for (int t = 0; t < shocks.Length; t++)
        {
            variances[t] = variance;
            variance = (decay * variance) + ((1 - decay) * shocks[t] * shocks[t]);
        }

        return variance;
    }

    /// <summary>Gaussian log likelihood of shocks with given variances.</summary>
    public static double LogLikelihood(ReadOnlySpan<double> shocks, ReadOnlySpan<double> variances)
    {
        double sum = 0;
        for (int t = 0; t < shocks.Length; t++)
        {
            sum += Math.Log(2 * Math.PI * variances[t]) + (shocks[t] * shocks[t] / variances[t]);
        }

        return -0.5 * sum;
    }
}
