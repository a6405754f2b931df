using System.Buffers;
using System.Numerics.Tensors;
using Superintel.Prediction.Analytics.Dense;

namespace Superintel.Prediction.Analytics.Cointegration;

/// <summary>Johansen's maximum likelihood test of the number of cointegrating relations.</summary>
/// <remarks>Johansen (1991); detrending, lags and critical values as statsmodels <c>coint_johansen</c>.</remarks>
public static class Johansen
{
    /// <summary>Runs the test.</summary>
    /// <param name="columns">Column after column, each <paramref name="observations"/> values, oldest first, 2 to 12 series.</param>
    /// <param name="observations">Rows.</param>
    /// <param name="deterministicOrder">-1 no deterministic terms, 0 a constant, 1 a trend.</param>
    /// <param name="lags">Lagged differences (k_ar_diff), not negative.</param>
    /// <exception cref="SeriesFaultException">A series is at fault, too few rows, or collinear series.</exception>
    public static JohansenResult Test(ReadOnlySpan<double> columns, int observations, int deterministicOrder = 0, int lags = 1)
    {
        int size = Demand(columns, observations, deterministicOrder, lags);
        int square = size * size;
        double[] rented = ArrayPool<double>.Shared.Rent((2 * square) + size);
        try
        {
            var values = rented.AsSpan(0, size);
            var vectors = rented.AsSpan(size, square);
            Solve(columns, observations, deterministicOrder, lags, values, vectors);
            return Describe(values, vectors, deterministicOrder, observations - lags - 1);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    /// <summary>The eigenvalues and vectors alone, without allocation.</summary>
    /// <param name="columns">Column after column.</param>
    /// <param name="observations">Rows.</param>
    /// <param name="deterministicOrder">-1, 0 or 1.</param>
    /// <param name="lags">Lagged differences.</param>
    /// <param name="values">Receives one eigenvalue per series, largest first.</param>
    /// <param name="vectors">Receives one eigenvector per row.</param>
    public static void Solve(
        ReadOnlySpan<double> columns, int observations, int deterministicOrder, int lags, Span<double> values, Span<double> vectors)
    {
        int size = Demand(columns, observations, deterministicOrder, lags);
        int rows = observations - 1 - lags;
        int square = size * size;
        int scratch = JohansenMoments.ScratchLength(size, observations, lags);
        double[] rented = ArrayPool<double>.Shared.Rent(scratch + (4 * square));
        try
        {
            var level = rented.AsSpan(scratch, square);
            var cross = rented.AsSpan(scratch + square, square);
            var change = rented.AsSpan(scratch + (2 * square), square);
            var explained = rented.AsSpan(scratch + (3 * square), square);
            JohansenMoments.Fill(columns, observations, size, deterministicOrder, lags, rented.AsSpan(0, scratch), level, cross, change);
            Explained(cross, change, size, explained);
            GeneralisedEigen.Solve(explained, level, size, values, vectors);
            TensorPrimitives.Multiply(vectors[..square], Math.Sqrt(rows), vectors[..square]);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    // S(k0) S(00)^-1 S(0k) = W W' with W the rows of S(k0) solved against the Cholesky factor of S(00).
    private static void Explained(Span<double> cross, Span<double> change, int size, Span<double> explained)
    {
        if (Cholesky.Factor(change, size, size) < 1e-14)
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.CollinearSeries, "the changes of the series are linearly dependent");
        }

        for (int row = 0; row < size; row++)
        {
            Triangle.SolveLower(change, size, cross.Slice(row * size, size));
        }

        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                explained[(i * size) + j] = TensorPrimitives.Dot<double>(cross.Slice(i * size, size), cross.Slice(j * size, size));
            }
        }
    }

    private static int Demand(ReadOnlySpan<double> columns, int observations, int deterministicOrder, int lags)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(observations, 1);
        if (deterministicOrder is < -1 or > 1)
        {
            throw new ArgumentOutOfRangeException(nameof(deterministicOrder), deterministicOrder, "-1, 0 or 1");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(lags);
        int size = columns.Length / observations;
        if (size < 2 || size > JohansenTables.MaximumSeries || size * observations != columns.Length)
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.TooManySeries, $"{size} whole columns, 2 to 12 are possible");
        }

        int needed = (size * (lags + 2)) + lags + 3;
        for (int i = 0; i < size; i++)
        {
            SeriesCheck.Demand(columns.Slice(i * observations, observations), needed, i);
        }

        return size;
    }

    private static JohansenResult Describe(ReadOnlySpan<double> values, ReadOnlySpan<double> vectors, int deterministicOrder, int rows)
    {
        int size = values.Length;
        double[] trace = new double[size];
        double[] maximum = new double[size];
        double[][] traceCritical = new double[size][];
        double[][] maximumCritical = new double[size][];
        double[][] each = new double[size][];
        double sum = 0;
        for (int i = size - 1; i >= 0; i--)
        {
            double one = -rows * Math.Log(1 - values[i]);
            sum += one;
            (trace[i], maximum[i]) = (sum, one);
            int row = (((deterministicOrder + 1) * JohansenTables.MaximumSeries) + size - i - 1) * 3;
            traceCritical[i] = JohansenTables.Trace.Slice(row, 3).ToArray();
            maximumCritical[i] = JohansenTables.MaximumEigenvalue.Slice(row, 3).ToArray();
            each[i] = vectors.Slice(i * size, size).ToArray();
        }

        return new JohansenResult(values.ToArray(), each, trace, traceCritical, maximum, maximumCritical, rows);
    }
}
