using System.Numerics.Tensors;
using Superintel.Prediction.Analytics.Dense;

namespace Superintel.Prediction.Analytics.Cointegration;

/// <summary>Product moments of levels and changes after lagged changes and deterministic terms are taken out.</summary>
internal static class JohansenMoments
{
    public static int ScratchLength(int size, int observations, int lags) => observations * (((4 + lags) * size) + 2);

    public static void Fill(
        ReadOnlySpan<double> columns,
        int observations,
        int size,
        int order,
        int lags,
        Span<double> scratch,
        Span<double> level,
        Span<double> cross,
        Span<double> change)
    {
        int rows = observations - 1 - lags;
        var detrended = scratch[..(size * observations)];
        var basis = scratch.Slice(size * observations, 2 * observations);
        var rest = scratch[((size + 2) * observations)..];
        columns.CopyTo(detrended);
        int terms = order + 1;
        TrendProjection.FillBasis(basis, observations, terms);
        RemoveAll(basis, terms, detrended, observations);

        // From here on a constant at most: levels had their trend taken out above, changes only need their mean taken out.
        int constant = order >= 0 ? 1 : 0;
        var lagged = rest[..(lags * size * rows)];
        var changes = rest.Slice(lags * size * rows, size * rows);
        var levels = rest.Slice((lags + 1) * size * rows, size * rows);
        for (int i = 0; i < size; i++)
        {
            ReadOnlySpan<double> series = detrended.Slice(i * observations, observations);
            for (int j = 1; j <= lags; j++)
            {
                int from = lags - j;
                var destination = lagged.Slice(((i * lags) + j - 1) * rows, rows);
                TensorPrimitives.Subtract(series.Slice(from + 1, rows), series.Slice(from, rows), destination);
            }

            TensorPrimitives.Subtract(series.Slice(lags + 1, rows), series.Slice(lags, rows), changes.Slice(i * rows, rows));
            series.Slice(1, rows).CopyTo(levels.Slice(i * rows, rows));
        }

        TrendProjection.FillBasis(basis, rows, constant);
        RemoveAll(basis, constant, rest[..((lags + 2) * size * rows)], rows);
        Orthogonalise(lagged, rows);
        RemoveAll(lagged, lags * size, changes, rows);
        RemoveAll(lagged, lags * size, levels, rows);
        Products(levels, levels, rows, size, level);
        Products(levels, changes, rows, size, cross);
        Products(changes, changes, rows, size, change);
    }

    private static void RemoveAll(ReadOnlySpan<double> basis, int terms, Span<double> columns, int rows)
    {
        for (int at = 0; at < columns.Length; at += rows)
        {
            TrendProjection.Remove(basis, terms, columns.Slice(at, rows));
        }
    }

    // Gram-Schmidt, each column twice: what is projected on afterwards must be orthonormal to the last digit.
    private static void Orthogonalise(Span<double> columns, int rows)
    {
        for (int done = 0; done * rows < columns.Length; done++)
        {
            var column = columns.Slice(done * rows, rows);
            double before = TensorPrimitives.Norm<double>(column);
            TrendProjection.Remove(columns, done, column);
            double after = TensorPrimitives.Norm<double>(column);
            if (!(after > 1e-12 * before))
            {
                throw SeriesFaultException.Of(SeriesFaultCodes.CollinearSeries, "lagged changes are linearly dependent");
            }

            TensorPrimitives.Multiply(column, 1 / after, column);
        }
    }

    private static void Products(ReadOnlySpan<double> left, ReadOnlySpan<double> right, int rows, int size, Span<double> moments)
    {
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                moments[(i * size) + j] = TensorPrimitives.Dot(left.Slice(i * rows, rows), right.Slice(j * rows, rows));
            }
        }
    }
}
