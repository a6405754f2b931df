using System.Numerics.Tensors;
using Superintel.Prediction.Analytics.Dense;

namespace Superintel.Prediction.Analytics.UnitRoot;

/// <summary>t statistics of the lagged level for every break date, with constant, trend and lags projected out beforehand.</summary>
internal readonly ref struct BreakSearch
{
    private readonly Span<double> _basis;
    private readonly Span<double> _response;
    private readonly Span<double> _level;
    private readonly Span<double> _first;
    private readonly Span<double> _second;
    private readonly int _basisSize;
    private readonly int _rows;
    private readonly int _lag;

    public BreakSearch(Span<double> basis, int basisSize, int rows, int lag, Span<double> columns)
    {
        _basis = basis;
        _basisSize = basisSize;
        _rows = rows;
        _lag = lag;
        _response = columns[..rows];
        _level = columns.Slice(rows, rows);
        _first = columns.Slice(2 * rows, rows);
        _second = columns.Slice(3 * rows, rows);
    }

    public void Prepare(ReadOnlySpan<double> series)
    {
        TrendProjection.FillBasis(_basis, _rows, 2);
        int size = 2;
        for (int j = 1; j <= _lag; j++)
        {
            var column = _basis.Slice(size * _rows, _rows);
            int from = _lag - j;
            TensorPrimitives.Subtract(series.Slice(from + 1, _rows), series.Slice(from, _rows), column);
            double before = TensorPrimitives.Norm<double>(column);
            TrendProjection.Remove(_basis, size, column);
            double after = TensorPrimitives.Norm<double>(column);
            if (!(after > 1e-12 * before))
            {
                throw SeriesFaultException.Of(SeriesFaultCodes.PerfectFit, "lagged differences are linearly dependent");
            }

            TensorPrimitives.Multiply(column, 1 / after, column);
            size++;
        }

        TensorPrimitives.Subtract(series.Slice(_lag + 1, _rows), series.Slice(_lag, _rows), _response);
        series.Slice(_lag, _rows).CopyTo(_level);
        TrendProjection.Remove(_basis, _basisSize, _response);
        TrendProjection.Remove(_basis, _basisSize, _level);
    }

    /// <summary>Least t statistic and its break, over breaks from first to last inclusive.</summary>
    public (double Statistic, int Break) Minimise(BreakModel model, int first, int last)
    {
        double least = double.PositiveInfinity;
        int at = first;
        Span<double> gram = stackalloc double[16];
        for (int period = first; period <= last; period++)
        {
            double t = At(model, period - (_lag + 1), gram);
            if (t < least)
            {
                (least, at) = (t, period);
            }
        }

        return (least, at);
    }

    private double At(BreakModel model, int cutoff, Span<double> gram)
    {
        int dummies = model == BreakModel.LevelAndTrend ? 2 : 1;
        if (model == BreakModel.Trend)
        {
            Ramp(_first, cutoff - 1);
        }
        else
        {
            _first[..cutoff].Clear();
            _first[cutoff..].Fill(1);
        }

        TrendProjection.Remove(_basis, _basisSize, _first);
        if (dummies == 2)
        {
            Ramp(_second, cutoff);
            TrendProjection.Remove(_basis, _basisSize, _second);
        }

        int size = dummies + 2;
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                gram[(i * size) + j] = TensorPrimitives.Dot<double>(Column(i, dummies), Column(j, dummies));
            }
        }

        Cholesky.Factor(gram, size, size - 1);
        double sigma = gram[(size * size) - 1] / Math.Sqrt(_rows - _basisSize - dummies - 1);
        return gram[((size - 1) * size) + dummies] / sigma;
    }

    private Span<double> Column(int index, int dummies) =>
        index == 0 ? _first : index == dummies ? _level : index > dummies ? _response : _second;

    private static void Ramp(Span<double> column, int from)
    {
        column[..from].Clear();
        for (int i = from; i < column.Length; i++)
        {
            column[i] = i - from + 1;
        }
    }
}
