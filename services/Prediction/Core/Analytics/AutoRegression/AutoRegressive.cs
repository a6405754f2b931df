using System.Numerics.Tensors;
using Superintel.Prediction.Analytics.Dense;

namespace Superintel.Prediction.Analytics.AutoRegression;

/// <summary>Autoregressions by least squares given their first values.</summary>
/// <remarks>Divisors and criteria as statsmodels <c>AutoReg</c>.</remarks>
public static class AutoRegressive
{
    /// <summary>Fits a model.</summary>
    /// <param name="series">Oldest first, finite.</param>
    /// <param name="lags">Lags, not negative; at least 1 without a constant.</param>
    /// <param name="constant">Whether a constant is estimated.</param>
    /// <exception cref="SeriesFaultException">The series is at fault or too short, or its lags are collinear.</exception>
    public static AutoRegressiveModel Fit(ReadOnlySpan<double> series, int lags, bool constant = true) => Fit(series, lags, constant, lags);

    /// <summary>Number of lags of the least criterion, all on the rows that the longest leaves.</summary>
    /// <param name="series">Oldest first.</param>
    /// <param name="maximumLags">The longest tried.</param>
    /// <param name="constant">Whether a constant is estimated.</param>
    /// <param name="bayes">Bayes' criterion in place of Akaike's.</param>
    public static int SelectLags(ReadOnlySpan<double> series, int maximumLags, bool constant = true, bool bayes = false)
    {
        int best = -1;
        double least = double.PositiveInfinity;
        for (int lags = constant ? 0 : 1; lags <= maximumLags; lags++)
        {
            var model = Fit(series, lags, constant, maximumLags);
            double criterion = bayes ? model.Bayes : model.Akaike;
            (best, least) = criterion < least ? (lags, criterion) : (best, least);
        }

        return best >= 0 ? best : throw SeriesFaultException.Of(SeriesFaultCodes.LagOutOfRange, "no number of lags is left to try");
    }

    private static AutoRegressiveModel Fit(ReadOnlySpan<double> series, int lags, bool constant, int skipped)
    {
        int terms = constant ? 1 : 0;
        int count = lags + terms;
        if (lags < 0 || count == 0)
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.LagOutOfRange, $"{lags} lags; at least 1 is needed without a constant");
        }

        SeriesCheck.Demand(series, skipped + count + 3);
        int rows = series.Length - skipped;
        double[] design = new double[count * rows];
        design.AsSpan(0, terms * rows).Fill(1);
        for (int lag = 1; lag <= lags; lag++)
        {
            series.Slice(skipped - lag, rows).CopyTo(design.AsSpan((terms + lag - 1) * rows));
        }

        double[] errors = series[skipped..].ToArray();
        double[] inverse = new double[count * count];
        double[][] coefficients = MultivariateLeastSquares.Solve(design, rows, count, errors, inverse);
        double variance = TensorPrimitives.SumOfSquares<double>(errors) / rows;
        if (!(variance > 1e-26 * TensorPrimitives.SumOfSquares(series) / series.Length))
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.PerfectFit, "the lags explain the series without an error");
        }

        double[] deviations = new double[count];
        for (int i = 0; i < count; i++)
        {
            deviations[i] = Math.Sqrt(variance * TensorPrimitives.SumOfSquares<double>(inverse.AsSpan(i * count, count)));
        }

        return new AutoRegressiveModel(
            constant ? coefficients[0][0] : 0,
            constant,
            [.. coefficients.Skip(terms).Select(c => c[0])],
            deviations,
            variance,
            -0.5 * rows * (Math.Log(2 * Math.PI * variance) + 1),
            rows,
            series[^lags..].ToArray());
    }
}
