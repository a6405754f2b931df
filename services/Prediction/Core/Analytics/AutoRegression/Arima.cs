using Superintel.Prediction.Analytics.Diagnostics;
using Superintel.Prediction.Analytics.Optimisation;

namespace Superintel.Prediction.Analytics.AutoRegression;

/// <summary>ARIMA(p, d, q) by exact maximum likelihood.</summary>
/// <remarks>The series is differenced d times and what is left is a stationary, invertible ARMA(p, q) about a mean: statsmodels
/// <c>ARIMA</c> with its differences taken beforehand, so without a diffuse start. The innovations' variance is concentrated out of the
/// likelihood. An autoregression and a moving average that share a factor have no single maximum; the likeliest of the starts is
/// given.</remarks>
public static class Arima
{
    /// <summary>Greatest p and q.</summary>
    public const int GreatestOrder = 12;

    /// <summary>Fits a model.</summary>
    /// <param name="series">Oldest first, finite.</param>
    /// <param name="autoRegressive">p, 0 to 12.</param>
    /// <param name="differences">d, 0 to 2.</param>
    /// <param name="movingAverage">q, 0 to 12.</param>
    /// <param name="mean">Whether a mean of the differenced series is estimated.</param>
    /// <exception cref="SeriesFaultException">The series is at fault, an order is out of range, or the search does not settle:
    /// <c>not-converged</c>.</exception>
    public static ArimaModel Fit(ReadOnlySpan<double> series, int autoRegressive, int differences, int movingAverage, bool mean)
    {
        if (autoRegressive is < 0 or > GreatestOrder || movingAverage is < 0 or > GreatestOrder || differences is < 0 or > 2)
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.LagOutOfRange, "p and q are 0 to 12, d is 0 to 2");
        }

        int least = (3 * (autoRegressive + movingAverage)) + 10;
        SeriesCheck.Demand(series, least + differences);
        double[] values = Differencing.Of(series, differences);
        SeriesCheck.Demand(values, least);
        var moments = MomentSummary.Of(values);
        double centre = mean ? moments.Mean : 0;
        double scale = Math.Sqrt(moments.Variance + (mean ? 0 : moments.Mean * moments.Mean));
        double[] scaled = Array.ConvertAll(values, v => (v - centre) / scale);
        var likelihood = new ArmaLikelihood(scaled, autoRegressive, movingAverage, mean);
        double[] point = [];
        if (likelihood.Dimensions > 0)
        {
            point = LikelihoodSearch.Find(likelihood.Evaluate, likelihood.Starts(), "ARIMA model").Point;
        }

        double value = likelihood.Evaluate(point);
        var (phi, theta) = likelihood.Natural(point);
        var (shift, variance, _) = likelihood.Concentrated(point);
        return new ArimaModel(
            centre + (shift * scale),
            mean,
            phi,
            theta,
            differences,
            variance * scale * scale,
            -value - (values.Length * Math.Log(scale)),
            values.Length);
    }
}
