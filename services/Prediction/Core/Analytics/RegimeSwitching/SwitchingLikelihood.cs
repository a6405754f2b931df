using Superintel.Prediction.Analytics.Diagnostics;
using Superintel.Prediction.Analytics.Optimisation;
using Superintel.Prediction.Analytics.Regression;

namespace Superintel.Prediction.Analytics.RegimeSwitching;

/// <summary>Negative log likelihood of a Markov switching regression of standardised columns, over coordinates without bounds: logits
/// of the two probabilities, coefficients regime by regime, ln of the variances above a floor.</summary>
internal sealed class SwitchingLikelihood
{
    // Without a floor a regime could close in on equal values and its likelihood grow without bound.
    private const double VarianceFloor = 1e-6;

    private readonly double[] _response;
    private readonly double[][] _regressors;
    private readonly MomentSummary[] _moments;
    private readonly double[] _densities;
    private readonly int _terms;

    public SwitchingLikelihood(ReadOnlySpan<double> response, ReadOnlySpan<double> regressors, bool switchingVariance)
    {
        Rows = response.Length;
        SwitchingVariance = switchingVariance;
        int count = regressors.Length / Rows;
        _terms = count + 1;
        _regressors = new double[count][];
        _moments = new MomentSummary[count + 1];
        _moments[0] = MomentSummary.Of(response);
        _response = Standard(response, _moments[0]);
        for (int i = 0; i < count; i++)
        {
            var column = regressors.Slice(i * Rows, Rows);
            _moments[i + 1] = MomentSummary.Of(column);
            _regressors[i] = Standard(column, _moments[i + 1]);
        }

        _densities = new double[2 * Rows];
    }

    public int Rows { get; }

    public bool SwitchingVariance { get; }

    /// <summary>Deviation of the response as given.</summary>
    public double Scale => Math.Sqrt(_moments[0].Variance);

    public double Evaluate(ReadOnlySpan<double> point)
    {
        FillDensities(point, _densities);
        double sum = HamiltonFilter.Filter(Bounded.Share(point[0]), Bounded.Share(point[1]), _densities, default);
        return double.IsFinite(sum) ? -sum : double.PositiveInfinity;
    }

    public void FillDensities(ReadOnlySpan<double> point, Span<double> densities)
    {
        for (int regime = 0; regime < 2; regime++)
        {
            var coefficients = point.Slice(2 + (regime * _terms), _terms);
            double variance = Variance(point, regime);
            double precision = 1 / variance;
            double constant = -0.5 * Math.Log(2 * Math.PI * variance);
            for (int row = 0; row < Rows; row++)
            {
                double rest = _response[row] - coefficients[0];
                for (int i = 0; i < _regressors.Length; i++)
                {
                    rest -= coefficients[i + 1] * _regressors[i][row];
                }

                densities[(2 * row) + regime] = constant - (0.5 * rest * rest * precision);
            }
        }
    }

    /// <summary>Parameters in the units of the given columns.</summary>
    public (double Stay, double Back, double[][] Coefficients, double[] Variances) Natural(double[] point)
    {
        double[][] coefficients = new double[2][];
        double[] variances = new double[2];
        for (int regime = 0; regime < 2; regime++)
        {
            coefficients[regime] = new double[_terms];
            double constant = _moments[0].Mean + (Scale * point[2 + (regime * _terms)]);
            for (int i = 1; i < _terms; i++)
            {
                double slope = point[2 + (regime * _terms) + i] * Scale / Math.Sqrt(_moments[i].Variance);
                coefficients[regime][i] = slope;
                constant -= slope * _moments[i].Mean;
            }

            coefficients[regime][0] = constant;
            variances[regime] = _moments[0].Variance * Variance(point, regime);
        }

        return (Bounded.Share(point[0]), Bounded.Share(point[1]), coefficients, variances);
    }

    /// <summary>Regimes apart in variance or in mean, long-lived or short-lived, about the regression without regimes.</summary>
    public IReadOnlyList<double[]> Starts()
    {
        double[] slopes = new double[_terms];
        double variance = 1;
        if (_terms > 1)
        {
            var fit = OrdinaryLeastSquares.FitMany(_response, [.. _regressors.SelectMany(c => c)]);
            fit.Slopes.ToArray().CopyTo(slopes, 1);
            variance = fit.ResidualSumOfSquares / Rows;
        }

        var starts = new List<double[]>();
        foreach (double stay in new[] { 0.95, 0.6 })
        {
            starts.Add(Start(stay, slopes, 0, Math.Log(0.5 * variance), Math.Log(2 * variance)));
            starts.Add(Start(stay, slopes, 0.8 * Math.Sqrt(variance), Math.Log(0.5 * variance), Math.Log(0.5 * variance)));
        }

        return starts;
    }

    private double Variance(ReadOnlySpan<double> point, int regime) =>
        VarianceFloor + Math.Exp(point[2 + (2 * _terms) + (SwitchingVariance ? regime : 0)]);

    private double[] Start(double stay, double[] slopes, double apart, double calm, double wild)
    {
        double logit = Bounded.FromShare(stay);
        double[] variances = SwitchingVariance ? [calm, wild] : [calm];
        return [logit, -logit, slopes[0] - apart, .. slopes[1..], slopes[0] + apart, .. slopes[1..], .. variances];
    }

    private static double[] Standard(ReadOnlySpan<double> column, MomentSummary moments)
    {
        double deviation = Math.Sqrt(moments.Variance);
        return Array.ConvertAll(column.ToArray(), v => (v - moments.Mean) / deviation);
    }
}
