using Superintel.Prediction.Analytics.Regression;

namespace Superintel.Prediction.Analytics.Spread;

/// <summary>Exact maximum likelihood of an Ornstein-Uhlenbeck process observed at equal steps.</summary>
/// <remarks>The transition is Gaussian with mean mu + (x - mu) e^(-theta dt) and variance sigma^2 (1 - e^(-2 theta dt)) / (2 theta), so the
/// likelihood given the first value is maximised in closed form by the first-order autoregression and its mean squared residual.</remarks>
public static class OrnsteinUhlenbeck
{
    /// <summary>Fits the process.</summary>
    /// <param name="path">Spread per bar, oldest first, at least 5 finite values.</param>
    /// <param name="step">Time between observations; 1 gives parameters per bar.</param>
    /// <exception cref="SeriesFaultException">The path is at fault, or its autoregression is outside (0, 1):
    /// <c>not-mean-reverting</c>.</exception>
    public static OrnsteinUhlenbeckProcess Fit(ReadOnlySpan<double> path, double step = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        SeriesCheck.Demand(path, 5);
        int count = path.Length - 1;
        var fit = OrdinaryLeastSquares.Fit(path[1..], path[..count]);
        double phi = fit.Slope;
        if (!(phi is > 0 and < 1) || !(fit.ResidualSumOfSquares > 0))
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.NotMeanReverting, $"the first-order autoregression is {phi:R}, outside (0, 1)");
        }

        double variance = fit.ResidualSumOfSquares / count;
        double theta = -Math.Log(phi) / step;
        double sigma = Math.Sqrt(variance * 2 * theta / ((1 - phi) * (1 + phi)));
        double likelihood = -0.5 * count * (Math.Log(2 * Math.PI * variance) + 1);
        return new OrnsteinUhlenbeckProcess(theta, fit.Intercept / (1 - phi), sigma, likelihood);
    }
}
