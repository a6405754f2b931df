using System.Numerics.Tensors;
using Superintel.Prediction.Analytics.Regression;
using Superintel.Prediction.Analytics.UnitRoot;

namespace Superintel.Prediction.Analytics.Cointegration;

/// <summary>Residual-based tests of no cointegration with non-parametric corrections.</summary>
/// <remarks>Phillips and Ouliaris (1990). Implementations differ in what they divide by: Z-alpha and Z-t follow R's tseries
/// <c>po.test</c> (T - 1 throughout), P-u and P-z follow R's urca <c>ca.po</c> (first-order vector autoregression with
/// a constant).</remarks>
public static class PhillipsOuliaris
{
    /// <summary>Runs the tests.</summary>
    /// <param name="y">Series on the left, oldest first.</param>
    /// <param name="regressors">Column after column, as long as y, 1 to 5 of them.</param>
    /// <param name="trend">None, a constant, or a constant and a trend in the cointegrating regression.</param>
    /// <param name="lags">Lags of the long-run variances; null for int(4 (T/100)^(1/4)).</param>
    /// <exception cref="SeriesFaultException">A series is at fault or the series are collinear.</exception>
    public static PhillipsOuliarisResult Test(
        ReadOnlySpan<double> y, ReadOnlySpan<double> regressors, DeterministicTrend trend = DeterministicTrend.Constant, int? lags = null)
    {
        int n = y.Length;
        int count = n == 0 ? 0 : regressors.Length / n;
        Demand(y, regressors, count, trend);
        int used = lags ?? (int)(4 * Math.Pow(n / 100.0, 0.25));
        if (used < 0 || used >= n - 2)
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.LagOutOfRange, $"lag {used} is outside 0 to {n - 3}");
        }

        double[] residuals = new double[n];
        LinearProjection.Solve(y, regressors, trend, new double[count], default, residuals, default);
        var (alpha, t) = ResidualStatistics(residuals, used);
        var system = LevelSystem.Of(y, regressors, trend, used);
        int row = (((int)trend * 5) + count - 1) * 12;
        return new PhillipsOuliarisResult(
            t,
            MacKinnon.PValue(t, trend, count + 1),
            trend == DeterministicTrend.None ? null : MacKinnon.Critical(trend, count + 1, n - 1),
            alpha,
            Critical(PhillipsOuliarisTables.Alpha.Slice(row, 12), n),
            system.VarianceRatio(y, regressors, trend),
            Critical(PhillipsOuliarisTables.VarianceRatio.Slice(row, 12), n),
            system.Trace(y, regressors),
            Critical(PhillipsOuliarisTables.Trace.Slice(row, 12), n),
            used);
    }

    private static (double Alpha, double T) ResidualStatistics(ReadOnlySpan<double> residuals, int lags)
    {
        int rows = residuals.Length - 1;
        double squares = TensorPrimitives.SumOfSquares(residuals[..rows]);
        double[] innovation = new double[rows];
        TensorPrimitives.Subtract(residuals[1..], residuals[..rows], innovation);
        double reversion = TensorPrimitives.Dot(residuals[..rows], innovation) / squares;
        TensorPrimitives.MultiplyAdd(residuals[..rows], -reversion, innovation, innovation);
        double longRun = BartlettVariance.Estimate(innovation, lags);
        double own = TensorPrimitives.SumOfSquares<double>(innovation) / rows;
        double corrected = reversion - (0.5 * rows * (longRun - own) / squares);
        if (!(longRun > 0))
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.PerfectFit, "the residual is an exact function of its own past");
        }

        return (rows * corrected, corrected / Math.Sqrt(longRun / squares));
    }

    private static CriticalValues Critical(ReadOnlySpan<double> row, int observations)
    {
        double u = 1.0 / observations;
        return new CriticalValues(Cubic(row[..4], u), Cubic(row[4..8], u), Cubic(row[8..], u));
    }

    private static double Cubic(ReadOnlySpan<double> c, double u) => c[0] + (u * (c[1] + (u * (c[2] + (u * c[3])))));

    private static void Demand(ReadOnlySpan<double> y, ReadOnlySpan<double> regressors, int count, DeterministicTrend trend)
    {
        if (count is < 1 or > 5)
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.TooManySeries, $"{count + 1} series, tables exist for 2 to 6");
        }

        if (trend == DeterministicTrend.ConstantTrendSquared)
        {
            throw new ArgumentOutOfRangeException(nameof(trend), trend, "tables exist up to a linear trend");
        }

        SeriesCheck.Demand(y, (2 * count) + 10);
        for (int i = 0; i < count; i++)
        {
            SeriesCheck.Demand(regressors.Slice(i * y.Length, y.Length), (2 * count) + 10, i + 1);
        }
    }
}
