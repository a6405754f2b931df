using MathNet.Numerics.LinearAlgebra;

namespace Superintel.Prediction.Analytics.AutoRegression;

/// <summary>Kalman filter of an ARMA(p, q) with unit innovations in Harvey's form, begun from the stationary distribution.</summary>
/// <remarks>Harvey (1989), section 3.3. Once the prediction's covariance no longer moves, only the state is updated.</remarks>
internal sealed class ArmaFilter
{
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
        double squares = 0;
        double logs = 0;
        double[] gain = new double[_size];
        bool settled = false;
        foreach (double value in values)
        {
            double variance = _covariance[0];
            double innovation = value - _state[0];
            squares += innovation * innovation / variance;
            logs += Math.Log(variance);
            if (!settled)
            {
                for (int i = 0; i < _size; i++)
                {
                    gain[i] = Shifted(_covariance, i, 0) / variance;
                }

                settled = Advance(gain, variance);
            }

            Move(gain, innovation);
        }

        return (squares, logs);
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
            Move(none, 0);
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

    private void Move(double[] gain, double innovation)
    {
        double first = _state[0];
        for (int i = 0; i < _size; i++)
        {
            _state[i] = (_auto[i] * first) + (i + 1 < _size ? _state[i + 1] : 0) + (gain[i] * innovation);
        }
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

    // P = T P T' + R R', a linear system in the entries of P.
    private double[] Stationary()
    {
        int count = _size * _size;
        var system = Matrix<double>.Build.DenseIdentity(count);
        var noise = Vector<double>.Build.Dense(count);
        for (int i = 0; i < _size; i++)
        {
            for (int j = 0; j < _size; j++)
            {
                int row = (i * _size) + j;
                noise[row] = _noise[i] * _noise[j];
                system[row, 0] -= _auto[i] * _auto[j];
                if (j + 1 < _size)
                {
                    system[row, j + 1] -= _auto[i];
                }

                if (i + 1 < _size)
                {
                    system[row, (i + 1) * _size] -= _auto[j];
                }

                if (i + 1 < _size && j + 1 < _size)
                {
                    system[row, ((i + 1) * _size) + j + 1] -= 1;
                }
            }
        }

        return system.LU().Solve(noise).ToArray();
    }
}
