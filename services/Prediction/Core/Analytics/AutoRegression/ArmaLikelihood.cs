namespace Superintel.Prediction.Analytics.AutoRegression;

/// <summary>Negative exact log likelihood of an ARMA(p, q), its mean and variance concentrated out, over coordinates without bounds:
/// those of the autoregression, then of the moving average.</summary>
internal sealed class ArmaLikelihood
{
    private readonly double[] _values;
    private readonly int _p;
    private readonly int _q;
    private readonly bool _mean;

    public ArmaLikelihood(double[] values, int autoRegressive, int movingAverage, bool mean) =>
        (_values, _p, _q, _mean) = (values, autoRegressive, movingAverage, mean);

    public int Dimensions => _p + _q;

    public (double[] AutoRegressive, double[] MovingAverage) Natural(ReadOnlySpan<double> point)
    {
        // An invertible moving average is a stationary autoregression with its signs turned.
        double[] theta = Array.ConvertAll(StationaryCoefficients.Of(point.Slice(_p, _q)), c => -c);
        return (StationaryCoefficients.Of(point[.._p]), theta);
    }

    /// <summary>Generalised least squares mean and the innovations' variance at a point.</summary>
    public (double Mean, double Variance, double Logs) Concentrated(ReadOnlySpan<double> point)
    {
        var (phi, theta) = Natural(point);
        var (squares, ones, cross, logs) = new ArmaFilter(phi, theta).RunWithOnes(_values);
        double mean = _mean ? cross / ones : 0;
        return (mean, (squares - (mean * cross)) / _values.Length, logs);
    }

    public double Evaluate(ReadOnlySpan<double> point)
    {
        var (_, variance, logs) = Concentrated(point);
        double result = 0.5 * ((_values.Length * (Math.Log(2 * Math.PI * variance) + 1)) + logs);
        return double.IsFinite(result) ? result : double.PositiveInfinity;
    }

    /// <summary>Burg's autoregression without a moving average, and Hannan and Rissanen's regression on the errors of a long
    /// autoregression.</summary>
    public IReadOnlyList<double[]> Starts()
    {
        double[] burg = StationaryCoefficients.FromPartials(StationaryCoefficients.Burg(_values, _p));
        var starts = new List<double[]> { (double[])[.. burg, .. new double[_q]] };
        if (_q > 0 && HannanRissanen() is { } both)
        {
            starts.Add(both);
        }

        if (_p > 0 && _q > 0)
        {
            // Where both parts nearly cancel there are two valleys; these starts lie on either side.
            double[] opposite = new double[_p + _q];
            (opposite[0], opposite[_p]) = (1, 0.8);
            starts.Add([.. opposite]);
            (opposite[0], opposite[_p]) = (-1, -0.8);
            starts.Add([.. opposite]);
        }

        return starts;
    }

    private double[]? HannanRissanen()
    {
        int length = Math.Min(_values.Length / 4, Math.Max(_p, _q) + 10);
        double[] longer = StationaryCoefficients.Of(
            StationaryCoefficients.FromPartials(StationaryCoefficients.Burg(_values, length)));
        double[] errors = new double[_values.Length];
        for (int t = length; t < errors.Length; t++)
        {
            errors[t] = _values[t];
            for (int lag = 1; lag <= length; lag++)
            {
                errors[t] -= longer[lag - 1] * _values[t - lag];
            }
        }

        int first = length + Math.Max(_p, _q);
        int rows = _values.Length - first;
        if (rows < 2 * (_p + _q + 1))
        {
            return null;
        }

        double[] design = new double[(_p + _q) * rows];
        for (int i = 0; i < _p + _q; i++)
        {
            double[] source = i < _p ? _values : errors;
            int lag = i < _p ? i + 1 : i - _p + 1;
            source.AsSpan(first - lag, rows).CopyTo(design.AsSpan(i * rows));
        }

        double[][] fit = Dense.MultivariateLeastSquares.Solve(design, rows, _p + _q, _values.AsSpan(first).ToArray(), default);
        var auto = StationaryCoefficients.Partials(fit.Take(_p).Select(c => c[0]).ToArray());
        var moving = StationaryCoefficients.Partials(fit.Skip(_p).Select(c => -c[0]).ToArray());
        return auto is null || moving is null
            ? null
            : [.. StationaryCoefficients.FromPartials(auto), .. StationaryCoefficients.FromPartials(moving)];
    }
}
