using Superintel.Prediction.Analytics.Dense;

namespace Superintel.Prediction.Analytics.Multivariate;

/// <summary>Vector autoregressions by least squares, equation by equation.</summary>
/// <remarks>Luetkepohl (2005); criteria, divisors and standard errors as statsmodels <c>VAR</c>.</remarks>
public static class VectorAutoregression
{
    /// <summary>Fits a model.</summary>
    /// <param name="columns">Column after column, each <paramref name="observations"/> values, oldest first, 2 to 64 series.</param>
    /// <param name="observations">Rows.</param>
    /// <param name="lags">Lags, not negative; at least 1 without a constant.</param>
    /// <param name="constant">Whether every equation has a constant.</param>
    /// <exception cref="SeriesFaultException">A series is at fault, too few rows, or collinear series.</exception>
    public static VectorAutoregressionModel Fit(ReadOnlySpan<double> columns, int observations, int lags, bool constant = true) =>
        Fit(columns, observations, lags, constant, lags);

    /// <summary>Criteria of every number of lags up to a longest, all on the rows that the longest leaves.</summary>
    /// <param name="columns">Column after column.</param>
    /// <param name="observations">Rows.</param>
    /// <param name="maximumLags">The longest, or null for round(12 (T/100)^(1/4)), cut to what the rows allow.</param>
    /// <param name="constant">Whether every equation has a constant.</param>
    public static VectorLagOrders SelectLags(
        ReadOnlySpan<double> columns, int observations, int? maximumLags = null, bool constant = true)
    {
        int terms = constant ? 1 : 0;
        int size = SeriesSet.Demand(columns, observations, 0, terms);
        int possible = (observations - size - terms) / (1 + size);
        int longest = maximumLags ?? Math.Min((int)Math.Round(12 * Math.Pow(observations / 100.0, 0.25)), possible);
        int first = constant ? 0 : 1;
        var models = new List<VectorAutoregressionModel>();
        for (int lags = first; lags <= longest; lags++)
        {
            models.Add(Fit(columns, observations, lags, constant, longest));
        }

        return new VectorLagOrders(
            first,
            [.. models.Select(m => m.Akaike)],
            [.. models.Select(m => m.Bayes)],
            [.. models.Select(m => m.HannanQuinn)]);
    }

    private static VectorAutoregressionModel Fit(ReadOnlySpan<double> columns, int observations, int lags, bool constant, int skipped)
    {
        int terms = constant ? 1 : 0;
        int size = SeriesSet.Demand(columns, observations, skipped, terms);
        if (lags + terms == 0)
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.LagOutOfRange, "without a constant at least one lag is needed");
        }

        int rows = observations - skipped;
        int count = terms + (lags * size);
        double[] design = new double[count * rows];
        design.AsSpan(0, terms * rows).Fill(1);
        double[] shocks = new double[size * rows];
        for (int i = 0; i < size; i++)
        {
            var series = columns.Slice(i * observations, observations);
            series[skipped..].CopyTo(shocks.AsSpan(i * rows));
            for (int lag = 1; lag <= lags; lag++)
            {
                series.Slice(skipped - lag, rows).CopyTo(design.AsSpan((terms + ((lag - 1) * size) + i) * rows));
            }
        }

        double[] inverse = new double[count * count];
        double[][] coefficients = MultivariateLeastSquares.Solve(design, rows, count, shocks, inverse);
        return Describe(columns, observations, lags, constant, coefficients, shocks, Outer(inverse, count), rows);
    }

    private static VectorAutoregressionModel Describe(
        ReadOnlySpan<double> columns,
        int observations,
        int lags,
        bool constant,
        double[][] coefficients,
        double[] shocks,
        double[][] inverseMoments,
        int rows)
    {
        int size = shocks.Length / rows;
        var covariance = SeriesSet.Products(shocks, shocks, rows, rows);
        double logDeterminant = SeriesSet.LogDeterminant(covariance);
        double likelihood = -0.5 * rows * ((size * Math.Log(2 * Math.PI)) + logDeterminant + size);
        double[][] unbiased = (covariance * (rows / (double)(rows - coefficients.Length))).ToRowArrays();
        double[][] errors = new double[coefficients.Length][];
        for (int i = 0; i < errors.Length; i++)
        {
            double moment = inverseMoments[i][i];
            errors[i] = [.. Enumerable.Range(0, size).Select(j => Math.Sqrt(moment * unbiased[j][j]))];
        }

        double[][] tail = new double[lags][];
        for (int row = 0; row < lags; row++)
        {
            tail[row] = new double[size];
            for (int i = 0; i < size; i++)
            {
                tail[row][i] = columns[(i * observations) + observations - lags + row];
            }
        }

        return new VectorAutoregressionModel(
            lags, constant, coefficients, errors, unbiased, inverseMoments, likelihood, logDeterminant, rows, tail);
    }

    // (X'X)^-1 = R^-1 R^-T.
    private static double[][] Outer(double[] inverse, int count)
    {
        double[][] result = new double[count][];
        for (int i = 0; i < count; i++)
        {
            result[i] = new double[count];
            for (int j = 0; j < count; j++)
            {
                for (int k = Math.Max(i, j); k < count; k++)
                {
                    result[i][j] += inverse[(i * count) + k] * inverse[(j * count) + k];
                }
            }
        }

        return result;
    }
}
