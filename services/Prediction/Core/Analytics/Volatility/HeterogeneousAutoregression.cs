using System.Numerics.Tensors;
using Superintel.Prediction.Analytics.Regression;

namespace Superintel.Prediction.Analytics.Volatility;

/// <summary>HAR: realised volatility on its daily, weekly and monthly means, by least squares.</summary>
/// <remarks>Corsi (2009), A simple approximate long-memory model of realized volatility. A horizon h averages the h values before the one
/// explained, the last included, as arch's HARX; errors robust to autocorrelation are Newey and West's (1987).</remarks>
public static class HeterogeneousAutoregression
{
    private static readonly int[] DayWeekMonth = [1, 5, 22];

    /// <summary>Fits the model.</summary>
    /// <param name="series">Realised variance or volatility per bar, oldest first, finite.</param>
    /// <param name="horizons">Bars averaged per regressor, rising from 1 or more; 1, 5 and 22 when empty.</param>
    /// <param name="robustLags">Lags of the robust errors; int(4 (T/100)^(2/9)) without a number.</param>
    /// <exception cref="SeriesFaultException">The series is at fault, too short for the longest horizon, or its means are
    /// collinear.</exception>
    public static HeterogeneousAutoregressionModel Fit(
        ReadOnlySpan<double> series, ReadOnlySpan<int> horizons = default, int? robustLags = null)
    {
        int[] spans = horizons.Length > 0 ? horizons.ToArray() : DayWeekMonth;
        Demand(spans);
        SeriesCheck.Demand(series, spans[^1] + spans.Length + 3);
        int rows = series.Length - spans[^1];
        double[] columns = new double[spans.Length * rows];
        for (int i = 0; i < spans.Length; i++)
        {
            for (int row = 0; row < rows; row++)
            {
                columns[(i * rows) + row] = Average(series, spans[^1] + row, spans[i]);
            }
        }

        var fit = OrdinaryLeastSquares.FitMany(series[spans[^1]..], columns);
        int lags = robustLags ?? (int)(4 * Math.Pow(rows / 100.0, 2.0 / 9.0));
        double[] robust = NeweyWest.Errors(series[spans[^1]..], columns, fit, lags);
        double next = fit.Intercept;
        for (int i = 0; i < spans.Length; i++)
        {
            next += fit.Slopes[i] * Average(series, series.Length, spans[i]);
        }

        double variance = fit.ResidualSumOfSquares / (rows - spans.Length - 1);
        return new HeterogeneousAutoregressionModel(
            spans, fit.Intercept, fit.Slopes, fit.StandardErrors, robust, lags, fit.RSquared, variance, rows, next);
    }

    private static double Average(ReadOnlySpan<double> series, int before, int count) =>
        TensorPrimitives.Sum(series.Slice(before - count, count)) / count;

    private static void Demand(int[] horizons)
    {
        for (int i = 0; i < horizons.Length; i++)
        {
            if (horizons[i] < 1 || (i > 0 && horizons[i] <= horizons[i - 1]))
            {
                throw SeriesFaultException.Of(SeriesFaultCodes.LagOutOfRange, "horizons rise from 1 or more");
            }
        }
    }
}
