using System.Numerics.Tensors;
using Superintel.Prediction.Analytics.Dense;
using Superintel.Prediction.Analytics.Regression;
using Superintel.Prediction.Analytics.UnitRoot;

namespace Superintel.Prediction.Analytics.Cointegration;

/// <summary>Long-run covariance of the innovations of a first-order vector autoregression of levels (Phillips-Ouliaris
/// P statistics).</summary>
internal sealed class LevelSystem
{
    private readonly double[] _longRun;
    private readonly int _size;

    private LevelSystem(double[] longRun, int size)
    {
        _longRun = longRun;
        _size = size;
    }

    public static LevelSystem Of(ReadOnlySpan<double> y, ReadOnlySpan<double> regressors, DeterministicTrend trend, int lags)
    {
        int n = y.Length;
        int rows = n - 1;
        int size = (regressors.Length / n) + 1;
        double[] lagged = new double[size * rows];
        double[] innovations = new double[size * rows];
        for (int i = 0; i < size; i++)
        {
            Column(y, regressors, i)[..rows].CopyTo(lagged.AsSpan(i * rows));
        }

        for (int i = 0; i < size; i++)
        {
            var lead = Column(y, regressors, i)[1..];
            LinearProjection.Solve(lead, lagged, trend, new double[size], default, innovations.AsSpan(i * rows, rows), default);
        }

        return new LevelSystem(LongRun(innovations, rows, size, lags), size);
    }

    /// <summary>P-u: conditional long-run variance of the first innovation over the residual variance of the
    /// cointegrating regression.</summary>
    public double VarianceRatio(ReadOnlySpan<double> y, ReadOnlySpan<double> regressors, DeterministicTrend trend)
    {
        int rows = y.Length - 1;
        double[] residuals = new double[y.Length];
        LinearProjection.Solve(y, regressors, trend, new double[_size - 1], default, residuals, default);
        double variance = TensorPrimitives.SumOfSquares<double>(residuals) / rows;
        double[] reversed = new double[_size * _size];
        for (int i = 0; i < _size; i++)
        {
            for (int j = 0; j < _size; j++)
            {
                reversed[(i * _size) + j] = _longRun[((_size - 1 - i) * _size) + _size - 1 - j];
            }
        }

        // With the first series last, its final pivot is its variance given the others.
        Cholesky.Factor(reversed, _size, _size);
        return rows * reversed[^1] * reversed[^1] / variance;
    }

    /// <summary>P-z: T times the trace of the long-run covariance against the second moments of the levels.</summary>
    public double Trace(ReadOnlySpan<double> y, ReadOnlySpan<double> regressors)
    {
        int rows = y.Length - 1;
        double[] moments = new double[_size * _size];
        for (int i = 0; i < _size; i++)
        {
            for (int j = 0; j < _size; j++)
            {
                moments[(i * _size) + j] = TensorPrimitives.Dot(Column(y, regressors, i)[1..], Column(y, regressors, j)[1..]) / rows;
            }
        }

        Cholesky.Factor(moments, _size, _size);
        double trace = 0;
        double[] solved = new double[_size];
        for (int i = 0; i < _size; i++)
        {
            _longRun.AsSpan(i * _size, _size).CopyTo(solved);
            Triangle.SolveLower(moments, _size, solved);
            Triangle.SolveLowerTransposed(moments, _size, solved);
            trace += solved[i];
        }

        return rows * trace;
    }

    private static double[] LongRun(double[] innovations, int rows, int size, int lags)
    {
        double[] sum = new double[size * size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                var left = innovations.AsSpan(i * rows, rows);
                var right = innovations.AsSpan(j * rows, rows);
                double value = TensorPrimitives.Dot<double>(left, right);
                for (int k = 1; k <= lags; k++)
                {
                    double ahead = TensorPrimitives.Dot<double>(left[k..], right[..^k]);
                    double behind = TensorPrimitives.Dot<double>(left[..^k], right[k..]);
                    value += (1 - (k / (lags + 1.0))) * (ahead + behind);
                }

                sum[(i * size) + j] = value / rows;
            }
        }

        return sum;
    }

    private static ReadOnlySpan<double> Column(ReadOnlySpan<double> y, ReadOnlySpan<double> regressors, int index) =>
        index == 0 ? y : regressors.Slice((index - 1) * y.Length, y.Length);
}
