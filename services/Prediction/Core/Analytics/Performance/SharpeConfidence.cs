using Superintel.Prediction.Analytics.Diagnostics;
using Superintel.Prediction.Analytics.Distributions;

namespace Superintel.Prediction.Analytics.Performance;

/// <summary>How far a Sharpe ratio can be believed.</summary>
/// <remarks>Bailey and Lopez de Prado (2012), The Sharpe ratio efficient frontier; (2014), The deflated Sharpe ratio.</remarks>
public static class SharpeConfidence
{
    private const double EulerGamma = 0.5772156649015329;

    /// <summary>Probability that the true Sharpe ratio is above a benchmark.</summary>
    /// <param name="sharpe">Observed ratio per bar (sample deviation).</param>
    /// <param name="benchmark">Ratio per bar to beat.</param>
    /// <param name="moments">Moments of the returns.</param>
    public static double Probabilistic(double sharpe, double benchmark, in MomentSummary moments)
    {
        double spread = 1 - (moments.Skewness * sharpe) + (0.25 * (moments.Kurtosis - 1) * sharpe * sharpe);
        return Normal.Cumulative((sharpe - benchmark) * Math.Sqrt(moments.Observations - 1) / Math.Sqrt(spread));
    }

    /// <summary>Greatest ratio expected among worthless trials.</summary>
    /// <param name="trials">Independent trials, at least 1.</param>
    /// <param name="deviation">Deviation of the ratio per bar over the trials.</param>
    public static double ExpectedMaximum(int trials, double deviation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        return trials == 1
            ? 0
            : deviation * (((1 - EulerGamma) * Normal.Quantile(1 - (1.0 / trials)))
                + (EulerGamma * Normal.Quantile(1 - (1 / (trials * Math.E)))));
    }

    /// <summary>Probability that the true ratio of the best of many trials is above what luck alone would give it.</summary>
    public static double Deflated(in MomentSummary moments, int trials, double deviation)
    {
        double sample = Math.Sqrt(moments.Variance * moments.Observations / (moments.Observations - 1));
        return Probabilistic(moments.Mean / sample, ExpectedMaximum(trials, deviation), moments);
    }
}
