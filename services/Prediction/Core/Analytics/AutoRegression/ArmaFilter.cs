using System.Numerics.Tensors;

namespace Superintel.Prediction.Analytics.AutoRegression;

/// <summary>Kalman filter of an ARMA(p, q) with unit innovations in Harvey's form, begun from the stationary distribution.</summary>
/// <remarks>Harvey (1989), section 3.3. Once the prediction's covariance no longer moves, only the state is updated.</remarks>
internal sealed class ArmaFilter
{
    // 2^60 terms: more than any root inside the unit circle that a double can tell from 1.
    private const int MaximumDoublings = 60;

    private readonly double[] _auto;
    private readonly double[] _noise;
    private readonly int _size;
    private readonly double[] _state;
    private double[] _covariance;
    private double[] _next;

    public ArmaFilter(ReadOnlySpan<double> autoRegressive, ReadOnlySpan<double> movingAverage)
    {
        _size = Math.Max(autoRegressive.Length, movingAverage.Length + 1);
        _auto = new double[_size];
        _noise = new double[_size];
        autoRegressive.CopyTo(_auto);
        _noise[0] = 1;
        movingAverage.CopyTo(_noise.AsSpan(1));
        _state = new double[_size];
        _covariance = Stationary();
        _next = new double[_size * _size];
    }

    /// <summary>Filters a series.</summary>
    /// <returns>Sum of squared innovations over their relative variances, and sum of those variances' logarithms.</returns>
    public (double Squares, double Logs) Run(ReadOnlySpan<double> values)
    {
        var sums = RunWithOnes(values, _state, new double[_size]);
        return (sums.Squares, sums.Logs);
    }

    /// <summary>Filters a series and, through the same gains, a series of ones: the filter is linear, so the innovations about any mean
    /// follow from both.</summary>
    /// <returns>Squares of the series' innovations, of the ones', their products, each over the relative variances, and the sum of the
    /// variances' logarithms.</returns>
    public (double Squares, double Ones, double Cross, double Logs) RunWithOnes(ReadOnlySpan<double> values) =>
        RunWithOnes(values, _state, new double[_size]);

    private (double Squares, double Ones, double Cross, double Logs) RunWithOnes(
        ReadOnlySpan<double> values, double[] state, double[] onesState)
    {
        double[] gain = new double[_size];
        var (squares, ones, cross, logs) = (0.0, 0.0, 0.0, 0.0);
        double inverse = 1;
        double log = 0;
        bool settled = false;
        foreach (double value in values)
        {
            if (!settled)
            {
                double variance = _covariance[0];
                (inverse, log) = (1 / variance, Math.Log(variance));
                for (int i = 0; i < _size; i++)
                {
                    gain[i] = Shifted(_covariance, i, 0) * inverse;
                }

                settled = Advance(gain, variance);
            }

            double innovation = value - state[0];
            double one = 1 - onesState[0];
            squares += innovation * innovation * inverse;
            ones += one * one * inverse;
            cross += innovation * one * inverse;
            logs += log;
            Move(state, gain, innovation);
            Move(onesState, gain, one);
        }

        return (squares, ones, cross, logs);
    }

    /// <summary>Expected values ahead and their variances in units of the innovations', summed up as often as the series was
    /// differenced.</summary>
    public (double[] Means, double[] Variances) Ahead(int steps, int differences)
    {
        double[] means = new double[steps];
        double[] weights = new double[steps];
        double[] none = new double[_size];
        double[] response = [.. _noise];
        for (int step = 0; step < steps; step++)
        {
            means[step] = _state[0];
            Move(_state, none, 0);
            weights[step] = response[0];
            double first = response[0];
            for (int i = 0; i < _size; i++)
            {
                response[i] = (_auto[i] * first) + (i + 1 < _size ? response[i + 1] : 0);
            }
        }

        for (int i = 0; i < differences; i++)
        {
            for (int step = 1; step < steps; step++)
            {
                weights[step] += weights[step - 1];
            }
        }

        double[] variances = new double[steps];
        double sum = 0;
        for (int step = 0; step < steps; step++)
        {
            sum += weights[step] * weights[step];
            variances[step] = sum;
        }

        return (means, variances);
    }

    private void Move(double[] state, double[] gain, double innovation)
    {
        double first = state[0];
        int last = _size - 1;
        for (int i = 0; i < last; i++)
        {
            state[i] = (_auto[i] * first) + state[i + 1] + (gain[i] * innovation);
        }

        state[last] = (_auto[last] * first) + (gain[last] * innovation);
    }

    // P' = T P T' + R R' - K K' F; whether it still moved.
    private bool Advance(double[] gain, double variance)
    {
        double moved = 0;
        for (int i = 0; i < _size; i++)
        {
            for (int j = 0; j < _size; j++)
            {
                double predicted = (_auto[j] * Shifted(_covariance, i, 0)) + (j + 1 < _size ? Shifted(_covariance, i, j + 1) : 0);
                double value = predicted + (_noise[i] * _noise[j]) - (gain[i] * gain[j] * variance);
                _next[(i * _size) + j] = value;
                moved = Math.Max(moved, Math.Abs(value - _covariance[(i * _size) + j]));
            }
        }

        (_covariance, _next) = (_next, _covariance);
        return moved < 1e-15;
    }

    // Entry (i, j) of T P.
    private double Shifted(double[] p, int i, int j) =>
        (_auto[i] * p[j]) + (i + 1 < _size ? p[((i + 1) * _size) + j] : 0);

    // P = T P T' + R R' as the sum of T^k R R' T^k', its number of terms doubled in every round.
    private double[] Stationary()
    {
        double[] sum = new double[_size * _size];
        double[] power = new double[_size * _size];
        for (int i = 0; i < _size; i++)
        {
            power[i * _size] = _auto[i];
            if (i + 1 < _size)
            {
                power[(i * _size) + i + 1] = 1;
            }

            for (int j = 0; j < _size; j++)
            {
                sum[(i * _size) + j] = _noise[i] * _noise[j];
            }
        }

        double[] half = new double[_size * _size];
        double[] added = new double[_size * _size];
        for (int round = 0; round < MaximumDoublings; round++)
        {
            Multiply(power, sum, half, transposed: false);
            Multiply(half, power, added, transposed: true);
            double before = sum[0];
            TensorPrimitives.Add<double>(sum, added, sum);
            if (sum[0] == before && !(TensorPrimitives.MaxMagnitude<double>(added) > 1e-18 * before))
            {
                break;
            }

            Multiply(power, power, half, transposed: false);
            half.CopyTo(power, 0);
        }

        return sum;
    }

    private void Multiply(double[] left, double[] right, double[] product, bool transposed)
    {
        for (int i = 0; i < _size; i++)
        {
            for (int j = 0; j < _size; j++)
            {
                double entry = 0;
                for (int k = 0; k < _size; k++)
                {
                    entry += left[(i * _size) + k] * (transposed ? right[(j * _size) + k] : right[(k * _size) + j]);
                }

                product[(i * _size) + j] = entry;
            }
        }
    }
}
