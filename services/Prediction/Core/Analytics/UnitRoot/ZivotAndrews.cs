using System.Buffers;
using System.Numerics.Tensors;
using Superintel.Prediction.Analytics.Dense;

namespace Superintel.Prediction.Analytics.UnitRoot;

/// <summary>Unit-root test against stationarity with one break at an unknown date.</summary>
/// <remarks>Zivot and Andrews (1992) with Baum's single lag choice, as statsmodels <c>zivot_andrews</c>: the lag is chosen once, by the
/// augmented Dickey-Fuller regression with constant and trend and no break. What never changes (constant, trend, lags) is projected
/// out once; each date then costs only its dummies.</remarks>
public static class ZivotAndrews
{
    /// <summary>Runs the test.</summary>
    /// <param name="series">Observations, oldest first.</param>
    /// <param name="model">What breaks.</param>
    /// <param name="selection">How the lag is chosen.</param>
    /// <param name="maximumLag">Longest lag; null for the Dickey-Fuller rule, or with a fixed lag int(12 (T/100)^(1/4)).</param>
    /// <param name="trim">Share of the sample at each end without a break, 0 to 1/3.</param>
    /// <exception cref="SeriesFaultException">The series is at fault or too short for its lags and breaks.</exception>
    public static ZivotAndrewsResult Test(
        ReadOnlySpan<double> series,
        BreakModel model = BreakModel.Level,
        LagSelection selection = LagSelection.Akaike,
        int? maximumLag = null,
        double trim = 0.15)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trim);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(trim, 1.0 / 3.0);
        SeriesCheck.Demand(series, 12);
        int n = series.Length;
        int lag = selection == LagSelection.Fixed
            ? maximumLag ?? (int)(12.0 * Math.Pow(n / 100.0, 0.25))
            : AugmentedDickeyFuller.Test(series, DeterministicTrend.ConstantTrend, selection, maximumLag).UsedLag;
        int trimmed = (int)(n * trim);
        int rows = n - 1 - lag;
        if (lag < 0 || rows < lag + 8 || trimmed - lag < (model == BreakModel.Level ? 1 : 2))
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.TooShort, $"{n} observations do not carry {lag} lags and that trim");
        }

        int basisSize = lag + 2;
        double[] rented = ArrayPool<double>.Shared.Rent((basisSize + 4) * rows);
        try
        {
            var basis = rented.AsSpan(0, basisSize * rows);
            var search = new BreakSearch(basis, basisSize, rows, lag, rented.AsSpan(basisSize * rows, 4 * rows));
            search.Prepare(series);
            var (statistic, at) = search.Minimise(model, trimmed + 1, n - trimmed);
            var quantiles = ZivotAndrewsQuantiles.Of(model);
            var percent = ZivotAndrewsQuantiles.Percent;
            return new ZivotAndrewsResult(
                statistic,
                Interpolation.Linear(quantiles, percent, statistic) / 100,
                lag,
                rows,
                at - 1,
                new CriticalValues(
                    Interpolation.Linear(percent, quantiles, 1),
                    Interpolation.Linear(percent, quantiles, 5),
                    Interpolation.Linear(percent, quantiles, 10)));
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }
}
