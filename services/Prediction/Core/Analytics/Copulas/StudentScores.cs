using Superintel.Prediction.Analytics.Distributions;

namespace Superintel.Prediction.Analytics.Copulas;

/// <summary>t scores of two samples of probabilities for one number of degrees of freedom after the other. Ranks give both samples the
/// same probabilities, and the distribution is symmetric: each distinct one below one half is inverted once.</summary>
internal sealed class StudentScores
{
    // Two ways to the same rank's probability differ in the last digit.
    private const double Same = 1e-15;

    private readonly double[] _lower;
    private readonly double[] _quantiles;
    private readonly int[] _places;
    private readonly bool[] _above;

    public StudentScores(double[] u, double[] v)
    {
        double[] all = [.. u, .. v];
        _above = Array.ConvertAll(all, p => p > 0.5);
        double[] folded = Array.ConvertAll(all, p => Math.Min(p, 1 - p));
        int[] order = [.. Enumerable.Range(0, all.Length).OrderBy(i => folded[i])];
        _places = new int[all.Length];
        var distinct = new List<double>();
        foreach (int i in order)
        {
            if (distinct.Count == 0 || folded[i] - distinct[^1] > Same)
            {
                distinct.Add(folded[i]);
            }

            _places[i] = distinct.Count - 1;
        }

        _lower = [.. distinct];
        _quantiles = Array.ConvertAll(_lower, Normal.Quantile);
    }

    /// <summary>Writes the scores of both samples.</summary>
    public void Fill(double freedom, double[] x, double[] y)
    {
        for (int i = 0; i < _lower.Length; i++)
        {
            _quantiles[i] = Student.Quantile(_lower[i], freedom, _quantiles[i]);
        }

        for (int i = 0; i < _places.Length; i++)
        {
            double score = _above[i] ? -_quantiles[_places[i]] : _quantiles[_places[i]];
            (i < x.Length ? x : y)[i < x.Length ? i : i - x.Length] = score;
        }
    }
}
