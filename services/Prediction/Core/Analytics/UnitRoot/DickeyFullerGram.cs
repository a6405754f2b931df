using System.Numerics.Tensors;
using Superintel.Prediction.Analytics.Dense;

namespace Superintel.Prediction.Analytics.UnitRoot;

/// <summary>Cross products of a Dickey-Fuller regression, with the deterministic terms already projected out.</summary>
/// <remarks>Only one row of difference products is summed; the others follow from it by adding and dropping one end point each.</remarks>
internal readonly ref struct DickeyFullerGram
{
    private readonly Span<double> _level;
    private readonly Span<double> _differences;
    private readonly Span<double> _basis;
    private readonly Span<double> _projections;
    private readonly int _terms;

    public DickeyFullerGram(ReadOnlySpan<double> series, int terms, int maximumLag, Span<double> scratch)
    {
        int count = series.Length - 1;
        _terms = terms;
        _level = scratch[..count];
        _differences = scratch.Slice(count, count);
        _basis = scratch.Slice(2 * count, terms * count);
        _projections = scratch.Slice((2 + terms) * count, terms * (maximumLag + 2));
        series[..count].CopyTo(_level);
        TensorPrimitives.Subtract(series[1..], series[..count], _differences);
        TrendProjection.FillBasis(_basis, count, terms);
        TrendProjection.Remove(_basis, terms, _level);
        TrendProjection.Remove(_basis, terms, _differences);
    }

    public static int ScratchLength(int observations, int terms, int maximumLag) =>
        ((2 + terms) * observations) + (terms * (maximumLag + 2));

    /// <summary>Writes the Gram matrix of the differences lagged 1 to lag, the level and the response; the level stands
    /// first or last of the regressors.</summary>
    /// <returns>Rows of the regression.</returns>
    public int Fill(int lag, bool levelFirst, Span<double> gram)
    {
        int rows = _differences.Length - lag;
        int size = lag + 2;
        int levelAt = levelFirst ? 0 : lag;
        int shift = levelFirst ? 0 : -1;
        var response = _differences.Slice(lag, rows);
        var level = _level.Slice(lag, rows);
        int last = size - 1;
        for (int j = 0; j <= lag; j++)
        {
            var lagged = _differences.Slice(lag - j, rows);
            int at = j == 0 ? last : j + shift;
            Put(gram, size, last, at, TensorPrimitives.Dot<double>(response, lagged));
            Put(gram, size, levelAt, at, TensorPrimitives.Dot<double>(level, lagged));
        }

        gram[(levelAt * size) + levelAt] = TensorPrimitives.SumOfSquares<double>(level);
        Recur(gram, size, lag, shift);
        Project(gram, size, lag, rows, levelAt, shift);
        return rows;
    }

    private static void Put(Span<double> gram, int size, int i, int j, double value) =>
        gram[(Math.Max(i, j) * size) + Math.Min(i, j)] = value;

    private void Recur(Span<double> gram, int size, int lag, int shift)
    {
        int end = _differences.Length - 1;
        int last = size - 1;
        for (int offset = 0; offset < lag; offset++)
        {
            double value = gram[(last * size) + (offset == 0 ? last : offset + shift)];
            for (int i = 0; i + offset < lag; i++)
            {
                int j = i + offset;
                value += (_differences[lag - 1 - i] * _differences[lag - 1 - j]) - (_differences[end - i] * _differences[end - j]);
                gram[((j + 1 + shift) * size) + i + 1 + shift] = value;
            }
        }
    }

    private void Project(Span<double> gram, int size, int lag, int rows, int levelAt, int shift)
    {
        if (_terms == 0)
        {
            return;
        }

        // The basis of a shorter sample is another one: orthonormal on exactly these rows.
        TrendProjection.FillBasis(_basis, rows, _terms);
        for (int degree = 0; degree < _terms; degree++)
        {
            ReadOnlySpan<double> line = _basis.Slice(degree * rows, rows);
            var projection = _projections.Slice(degree * size, size);
            projection[levelAt] = TensorPrimitives.Dot(line, _level.Slice(lag, rows));
            for (int j = 0; j <= lag; j++)
            {
                projection[j == 0 ? size - 1 : j + shift] = TensorPrimitives.Dot(line, _differences.Slice(lag - j, rows));
            }

            for (int i = 0; i < size; i++)
            {
                var row = gram.Slice(i * size, i + 1);
                TensorPrimitives.MultiplyAdd(projection[..(i + 1)], -projection[i], row, row);
            }
        }
    }
}
