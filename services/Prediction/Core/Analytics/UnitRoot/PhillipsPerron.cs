using System.Buffers;
using System.Numerics.Tensors;
using Superintel.Prediction.Analytics.Dense;

namespace Superintel.Prediction.Analytics.UnitRoot;

/// <summary>Unit-root test with a non-parametric correction for serial correlation.</summary>
/// <remarks>Phillips and Perron (1988), as arch's <c>PhillipsPerron</c>: Bartlett weights, Schwert's number of lags.</remarks>
public static class PhillipsPerron
{
    /// <summary>Runs the test.</summary>
    /// <param name="series">Observations, oldest first.</param>
    /// <param name="trend">None, a constant, or a constant and a trend.</param>
    /// <param name="lags">Lags of the long-run variance; null for ceil(12 (T/100)^(1/4)).</param>
    /// <exception cref="SeriesFaultException">The series is at fault.</exception>
    public static PhillipsPerronResult Test(
        ReadOnlySpan<double> series, DeterministicTrend trend = DeterministicTrend.Constant, int? lags = null)
    {
        SeriesCheck.Demand(series, 8);
        int rows = series.Length - 1;
        int terms = TrendProjection.Terms(trend);
        int used = lags ?? BartlettVariance.SchwertLags(series.Length);
        if (used < 0 || used >= rows)
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.LagOutOfRange, $"lag {used} is outside 0 to {rows - 1}");
        }

        double[] rented = ArrayPool<double>.Shared.Rent((2 + terms) * rows);
        try
        {
            var lead = rented.AsSpan(0, rows);
            var level = rented.AsSpan(rows, rows);
            var basis = rented.AsSpan(2 * rows, terms * rows);
            TrendProjection.FillBasis(basis, rows, terms);
            series[..rows].CopyTo(level);
            TensorPrimitives.Subtract(series[1..], series[..rows], lead);
            TrendProjection.Remove(basis, terms, lead);
            TrendProjection.Remove(basis, terms, level);
            return Compute(lead, level, trend, used);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    private static PhillipsPerronResult Compute(Span<double> change, ReadOnlySpan<double> level, DeterministicTrend trend, int lags)
    {
        double n = level.Length;
        double squares = TensorPrimitives.SumOfSquares(level);
        double reversion = TensorPrimitives.Dot<double>(level, change) / squares;
        TensorPrimitives.MultiplyAdd(level, -reversion, change, change);
        double longRun = BartlettVariance.Estimate(change, lags);
        double residual = TensorPrimitives.SumOfSquares<double>(change);
        if (!(longRun > 0) || !(squares > 0))
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.PerfectFit, "the series is an exact function of its own past");
        }

        double short2 = residual / (n - 1 - TrendProjection.Terms(trend));
        double gamma = residual / n;
        double error2 = short2 / squares;
        double tau = (Math.Sqrt(gamma / longRun) * reversion / Math.Sqrt(error2))
            - (0.5 * (longRun - gamma) / Math.Sqrt(longRun) * n * Math.Sqrt(error2 / short2));
        double rho = (n * reversion) - (0.5 * n * n * error2 / short2 * (longRun - gamma));
        return new PhillipsPerronResult(
            tau,
            MacKinnon.PValue(tau, trend),
            rho,
            DickeyFullerRho.PValue(rho, trend),
            lags,
            level.Length,
            MacKinnon.Critical(trend, 1, level.Length)!.Value);
    }
}
