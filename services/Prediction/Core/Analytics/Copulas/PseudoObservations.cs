using System.Numerics.Tensors;
using Superintel.Prediction.Analytics.Spread;

namespace Superintel.Prediction.Analytics.Copulas;

/// <summary>Uniform scores of a sample.</summary>
public static class PseudoObservations
{
    /// <summary>Rank over n + 1, ties at their mean.</summary>
    /// <exception cref="SeriesFaultException">The series is too short (2), constant or not finite.</exception>
    public static double[] Of(ReadOnlySpan<double> values, int series = 0)
    {
        SeriesCheck.Demand(values, 2, series);
        double[] scores = new double[values.Length];
        Ranks.Fill(values, scores);
        TensorPrimitives.Divide(scores, values.Length + 1.0, scores);
        return scores;
    }

    /// <summary>Score of a new value against a sample: its share of values below, those equal for half, kept inside (0, 1).</summary>
    /// <param name="sorted">The sample, rising.</param>
    /// <param name="value">The new value.</param>
    public static double Score(ReadOnlySpan<double> sorted, double value)
    {
        int below = 0;
        int upTo = 0;
        foreach (double one in sorted)
        {
            below += one < value ? 1 : 0;
            upTo += one <= value ? 1 : 0;
        }

        return (0.5 * (below + upTo) + 0.5) / (sorted.Length + 1);
    }
}
