using System.Buffers;
using System.Numerics.Tensors;
using Superintel.Prediction.Analytics.Regression;
using Superintel.Prediction.Analytics.UnitRoot;

namespace Superintel.Prediction.Analytics.Cointegration;

/// <summary>Residual-based test of no cointegration.</summary>
/// <remarks>Engle and Granger (1987); samples, lag rule, p-values and critical values as statsmodels <c>coint</c>. Where statsmodels warns
/// of collinear series and answers minus infinity, this refuses with <c>collinear-series</c>.</remarks>
public static class EngleGranger
{
    /// <summary>R squared from which two series count as the same one: 1 - 100 sqrt(machine epsilon), as statsmodels.</summary>
    public const double CollinearRSquared = 1 - (100 * 1.4901161193847656e-08);

    /// <summary>Tests a pair: y regressed on x.</summary>
    public static EngleGrangerResult Test(
        ReadOnlySpan<double> y,
        ReadOnlySpan<double> x,
        DeterministicTrend trend = DeterministicTrend.Constant,
        LagSelection selection = LagSelection.Akaike,
        int? maximumLag = null)
    {
        Span<double> slope = stackalloc double[1];
        return Test(y, x, slope, trend, selection, maximumLag);
    }

    /// <summary>Tests y against several regressors.</summary>
    /// <param name="y">Response, n values, oldest first.</param>
    /// <param name="regressors">Column after column, n values each, 1 to 5 of them.</param>
    /// <param name="slopes">Receives one coefficient per regressor; its length is their number.</param>
    /// <param name="trend">Deterministic terms of the cointegrating regression; the residual regression has none.</param>
    /// <param name="selection">How the lag of the residual regression is chosen.</param>
    /// <param name="maximumLag">Longest lag; null for the rule of <see cref="AugmentedDickeyFuller"/>.</param>
    /// <exception cref="SeriesFaultException">A series is at fault, or the series are collinear.</exception>
    public static EngleGrangerResult Test(
        ReadOnlySpan<double> y,
        ReadOnlySpan<double> regressors,
        Span<double> slopes,
        DeterministicTrend trend = DeterministicTrend.Constant,
        LagSelection selection = LagSelection.Akaike,
        int? maximumLag = null)
    {
        Demand(y, regressors, slopes.Length);
        Span<double> deterministic = stackalloc double[3];
        double[] rented = ArrayPool<double>.Shared.Rent(y.Length);
        try
        {
            var residuals = rented.AsSpan(0, y.Length);
            LinearProjection.Solve(y, regressors, trend, slopes, deterministic, residuals, default);
            double explained = RSquared(y, residuals, trend);
            if (!(explained < CollinearRSquared))
            {
                throw SeriesFaultException.Of(SeriesFaultCodes.CollinearSeries, "the regressors reproduce the response", 1);
            }

            var test = AugmentedDickeyFuller.Test(residuals, DeterministicTrend.None, selection, maximumLag);
            int series = slopes.Length + 1;
            return new EngleGrangerResult(
                test.Statistic,
                MacKinnon.PValue(test.Statistic, trend, series),
                test.UsedLag,
                test.Observations,
                trend == DeterministicTrend.None ? null : MacKinnon.Critical(trend, series, y.Length - 1),
                trend == DeterministicTrend.None ? 0 : deterministic[0],
                slopes[0],
                explained);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    private static void Demand(ReadOnlySpan<double> y, ReadOnlySpan<double> regressors, int count)
    {
        if (count < 1 || count >= MacKinnonSurfaces.MaximumSeries)
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.TooManySeries, $"{count + 1} series, p-values exist for 2 to 6", count);
        }

        if (regressors.Length != count * y.Length)
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.LengthMismatch, "every regressor needs as many rows as the response", 1);
        }

        SeriesCheck.Demand(y, count + 6);
        for (int i = 0; i < count; i++)
        {
            SeriesCheck.Demand(regressors.Slice(i * y.Length, y.Length), count + 6, i + 1);
        }
    }

    private static double RSquared(ReadOnlySpan<double> y, ReadOnlySpan<double> residuals, DeterministicTrend trend)
    {
        double mean = trend == DeterministicTrend.None ? 0 : TensorPrimitives.Sum(y) / y.Length;
        double total = CentredProducts.Sum(y, y, mean, mean).Yy;
        return 1 - (TensorPrimitives.SumOfSquares(residuals) / total);
    }
}
