using System.Buffers;
using System.Numerics.Tensors;
using Superintel.Prediction.Analytics.Dense;

namespace Superintel.Prediction.Analytics.UnitRoot;

/// <summary>Test of stationarity about a level or a trend.</summary>
/// <remarks>Kwiatkowski, Phillips, Schmidt and Shin (1992); bandwidths and p-values as statsmodels <c>kpss</c>.</remarks>
public static class Kpss
{
    private static ReadOnlySpan<double> Probabilities => ProbabilitiesValues;

    private static readonly double[] ProbabilitiesValues = [0.10, 0.05, 0.025, 0.01];

    private static ReadOnlySpan<double> LevelCritical => LevelCriticalValues;

    private static readonly double[] LevelCriticalValues = [0.347, 0.463, 0.574, 0.739];

    private static ReadOnlySpan<double> TrendCritical => TrendCriticalValues;

    private static readonly double[] TrendCriticalValues = [0.119, 0.146, 0.176, 0.216];

    /// <summary>Runs the test.</summary>
    /// <param name="series">Observations, oldest first.</param>
    /// <param name="trend">A constant, or a constant and a trend.</param>
    /// <param name="lags">Lags of the long-run variance; null for the automatic rule.</param>
    /// <exception cref="SeriesFaultException">The series is at fault or the lag is not below its length.</exception>
    public static KpssResult Test(
        ReadOnlySpan<double> series, DeterministicTrend trend = DeterministicTrend.Constant, int? lags = null)
    {
        if (trend is not (DeterministicTrend.Constant or DeterministicTrend.ConstantTrend))
        {
            throw new ArgumentOutOfRangeException(nameof(trend), trend, "the test is about a level or a trend");
        }

        SeriesCheck.Demand(series, 5);
        int n = series.Length;
        int terms = TrendProjection.Terms(trend);
        double[] rented = ArrayPool<double>.Shared.Rent((1 + terms) * n);
        try
        {
            var residuals = rented.AsSpan(0, n);
            var basis = rented.AsSpan(n, terms * n);
            series.CopyTo(residuals);
            TrendProjection.FillBasis(basis, n, terms);
            TrendProjection.Remove(basis, terms, residuals);
            int used = lags ?? BartlettVariance.AutomaticLags(residuals);
            if (used < 0 || used >= n)
            {
                throw SeriesFaultException.Of(SeriesFaultCodes.LagOutOfRange, $"lag {used} is outside 0 to {n - 1}");
            }

            double variance = BartlettVariance.Estimate(residuals, used);
            if (!(variance > 0) || TensorPrimitives.MaxMagnitude<double>(residuals) == 0)
            {
                throw SeriesFaultException.Of(SeriesFaultCodes.PerfectFit, "the series is an exact trend");
            }

            return Result(CumulativeSquares(residuals) / ((double)n * n) / variance, used, trend);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    private static double CumulativeSquares(ReadOnlySpan<double> residuals)
    {
        double partial = 0;
        double sum = 0;
        foreach (double e in residuals)
        {
            partial += e;
            sum += partial * partial;
        }

        return sum;
    }

    private static KpssResult Result(double statistic, int lags, DeterministicTrend trend)
    {
        var critical = trend == DeterministicTrend.Constant ? LevelCritical : TrendCritical;
        return new KpssResult(
            statistic,
            Interpolation.Linear(critical, Probabilities, statistic),
            lags,
            new CriticalValues(critical[3], critical[1], critical[0]),
            critical[2]);
    }
}
