using System.Numerics.Tensors;

namespace Superintel.Prediction.Analytics.Optimisation;

/// <summary>Where a quasi-Newton search stands and what it knows of the curvature.</summary>
internal sealed class QuasiNewtonState
{
    private GradientObjective _objective;
    private readonly double[] _inverse;
    private readonly double[] _trial;
    private readonly double[] _step;
    private readonly double[] _change;
    private readonly double[] _bent;
    private readonly int _size;
    private bool _fresh = true;
    private double _trialValue;
    private double _trialLength = double.NaN;

    public QuasiNewtonState(GradientObjective objective, ReadOnlySpan<double> start)
    {
        _objective = objective;
        _size = start.Length;
        Point = new double[_size];
        Gradient = new double[_size];
        TrialGradient = new double[_size];
        Direction = new double[_size];
        (_trial, _step, _change, _bent) = (new double[_size], new double[_size], new double[_size], new double[_size]);
        _inverse = new double[_size * _size];
        Restart(objective, start);
    }

    public double[] Point { get; }

    public double[] Gradient { get; }

    public double[] TrialGradient { get; }

    public double[] Direction { get; }

    public double Value { get; private set; }

    /// <summary>Begins again at a point, with nothing known; for the next search in the same memory.</summary>
    public void Restart(GradientObjective objective, ReadOnlySpan<double> start)
    {
        _objective = objective;
        _trialLength = double.NaN;
        start.CopyTo(Point);
        Value = objective(Point, Gradient);
        Reset();
    }

    public double Slackness()
    {
        double worst = 0;
        for (int i = 0; i < _size; i++)
        {
            worst = Math.Max(worst, Math.Abs(Gradient[i]) * Math.Max(1, Math.Abs(Point[i])));
        }

        return worst / Math.Max(1, Math.Abs(Value));
    }

    public void Aim()
    {
        _trialLength = double.NaN;
        Apply(Gradient, Direction);
        TensorPrimitives.Negate<double>(Direction, Direction);
        if (!(TensorPrimitives.Dot<double>(Gradient, Direction) < 0))
        {
            Reset();
            TensorPrimitives.Negate<double>(Gradient, Direction);
        }
    }

    // Without curvature the first step is at most one unit long, which transformed parameters survive.
    public double FirstStep() => _fresh ? 1 / Math.Max(1, TensorPrimitives.Norm<double>(Direction)) : 1;

    /// <summary>Value at a distance along the direction.</summary>
    public double Probe(double length)
    {
        _trialLength = double.NaN;
        TensorPrimitives.MultiplyAdd(Direction, length, Point, _trial);
        return Settled(_objective(_trial, default));
    }

    /// <summary>Value and gradient at a distance along the direction, kept until the next one.</summary>
    public double Try(double length)
    {
        if (length != _trialLength)
        {
            TensorPrimitives.MultiplyAdd(Direction, length, Point, _trial);
            _trialValue = Settled(_objective(_trial, TrialGradient));
            _trialLength = length;
        }

        return _trialValue;
    }

    /// <summary>Goes on with a finer version of the objective, at the same point and with the same curvature.</summary>
    public void Refine(GradientObjective objective)
    {
        _objective = objective;
        Value = Settled(objective(Point, Gradient));
    }

    public void Learn()
    {
        TensorPrimitives.Subtract<double>(_trial, Point, _step);
        TensorPrimitives.Subtract<double>(TrialGradient, Gradient, _change);
        _trial.CopyTo(Point, 0);
        TrialGradient.CopyTo(Gradient, 0);
        Value = _trialValue;
        _trialLength = double.NaN;
        double curvature = TensorPrimitives.Dot<double>(_step, _change);
        double norm = TensorPrimitives.SumOfSquares<double>(_change);
        if (!(curvature > 1e-12 * Math.Sqrt(norm) * TensorPrimitives.Norm<double>(_step)))
        {
            return;
        }

        if (_fresh)
        {
            Diagonal(curvature / norm);
            _fresh = false;
        }

        Update(curvature);
    }

    public bool Forget()
    {
        if (_fresh)
        {
            return false;
        }

        Reset();
        return true;
    }

    private static double Settled(double value) => double.IsNaN(value) ? double.PositiveInfinity : value;

    private void Update(double curvature)
    {
        Apply(_change, _bent);
        double factor = (1 + (TensorPrimitives.Dot<double>(_change, _bent) / curvature)) / curvature;
        for (int i = 0; i < _size; i++)
        {
            for (int j = 0; j < _size; j++)
            {
                double cross = ((_step[i] * _bent[j]) + (_bent[i] * _step[j])) / curvature;
                _inverse[(i * _size) + j] += (factor * _step[i] * _step[j]) - cross;
            }
        }
    }

    private void Apply(double[] vector, double[] result)
    {
        for (int i = 0; i < _size; i++)
        {
            result[i] = TensorPrimitives.Dot<double>(_inverse.AsSpan(i * _size, _size), vector);
        }
    }

    private void Reset()
    {
        _fresh = true;
        Diagonal(1);
    }

    private void Diagonal(double value)
    {
        Array.Clear(_inverse);
        for (int i = 0; i < _size; i++)
        {
            _inverse[(i * _size) + i] = value;
        }
    }
}
