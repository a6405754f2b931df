namespace Superintel.Prediction.Analytics.Optimisation;

/// <summary>The corners that <see cref="NelderMead"/> moves, and room for the points it tries. May be used again and again, by one thread
/// at a time.</summary>
public sealed class Simplex
{
    private readonly int _size;
    private readonly double[] _centre;
    private double[] _first;
    private double[] _second;

    /// <param name="size">Number of coordinates.</param>
    public Simplex(int size)
    {
        _size = size;
        Corners = new double[size + 1][];
        for (int i = 0; i <= size; i++)
        {
            Corners[i] = new double[size];
        }

        Values = new double[size + 1];
        (_centre, _first, _second) = (new double[size], new double[size], new double[size]);
    }

    /// <summary>The lowest point met.</summary>
    public ReadOnlySpan<double> Lowest => Corners[0];

    internal double[][] Corners { get; }

    internal double[] Values { get; }

    internal void Begin(ScalarObjective objective, ReadOnlySpan<double> start, double edge)
    {
        // The start may be a corner of this very simplex.
        start.CopyTo(_centre);
        for (int i = 0; i <= _size; i++)
        {
            _centre.CopyTo(Corners[i], 0);
            if (i > 0)
            {
                Corners[i][i - 1] += edge;
            }

            Values[i] = Evaluate(objective, Corners[i]);
        }

        Array.Sort(Values, Corners);
    }

    internal void Step(ScalarObjective objective)
    {
        Move(objective);
        Array.Sort(Values, Corners);
    }

    internal bool IsFlat(double tolerance)
    {
        if (!(Values[^1] - Values[0] <= tolerance * Math.Max(1, Math.Abs(Values[0]))))
        {
            return false;
        }

        double widest = 0;
        for (int i = 1; i < Corners.Length; i++)
        {
            for (int j = 0; j < _size; j++)
            {
                widest = Math.Max(widest, Math.Abs(Corners[i][j] - Corners[0][j]));
            }
        }

        return widest <= 1e-4;
    }

    private void Move(ScalarObjective objective)
    {
        Centre();
        double atReflected = Probe(objective, 1, _first);
        if (atReflected < Values[0])
        {
            double atExpanded = Probe(objective, 1 + (2.0 / _size), _second);
            Take(ref atExpanded < atReflected ? ref _second : ref _first, Math.Min(atExpanded, atReflected));
            return;
        }

        if (atReflected < Values[_size - 1])
        {
            Take(ref _first, atReflected);
            return;
        }

        double contraction = 0.75 - (1 / (2.0 * _size));
        bool outside = atReflected < Values[_size];
        double atContracted = Probe(objective, outside ? contraction : -contraction, _second);
        if (atContracted < Math.Min(atReflected, Values[_size]))
        {
            Take(ref _second, atContracted);
            return;
        }

        Shrink(objective);
    }

    // The worst corner gives its memory for the next trial.
    private void Take(ref double[] point, double value)
    {
        (Corners[_size], point) = (point, Corners[_size]);
        Values[_size] = value;
    }

    private void Shrink(ScalarObjective objective)
    {
        double factor = _size > 1 ? 1 - (1.0 / _size) : 0.5;
        for (int i = 1; i <= _size; i++)
        {
            for (int j = 0; j < _size; j++)
            {
                Corners[i][j] = Corners[0][j] + (factor * (Corners[i][j] - Corners[0][j]));
            }

            Values[i] = Evaluate(objective, Corners[i]);
        }
    }

    private void Centre()
    {
        Array.Clear(_centre);
        for (int i = 0; i < _size; i++)
        {
            for (int j = 0; j < _size; j++)
            {
                _centre[j] += Corners[i][j] / _size;
            }
        }
    }

    private double Probe(ScalarObjective objective, double distance, double[] point)
    {
        double[] worst = Corners[_size];
        for (int j = 0; j < _size; j++)
        {
            point[j] = _centre[j] + (distance * (_centre[j] - worst[j]));
        }

        return Evaluate(objective, point);
    }

    private static double Evaluate(ScalarObjective objective, double[] point)
    {
        double value = objective(point);
        return double.IsNaN(value) ? double.PositiveInfinity : value;
    }
}
