using System.Numerics.Tensors;
using Superintel.Prediction.Analytics.Spread;

namespace Superintel.Prediction.Analytics.Clustering;

/// <summary>Distances between all pairs of a set, row-major.</summary>
public static class PointDistances
{
    /// <summary>Euclidean distances.</summary>
    /// <param name="points">One row per point, all of one length.</param>
    public static double[] Euclidean(IReadOnlyList<double[]> points)
    {
        int count = points.Count;
        double[] distances = new double[count * count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double distance = TensorPrimitives.Distance<double>(points[i], points[j]);
                (distances[(i * count) + j], distances[(j * count) + i]) = (distance, distance);
            }
        }

        return distances;
    }

    /// <summary>sqrt((1 - r) / 2) of Pearson's r between series: 0 for one series, 1 for a series and its mirror image.</summary>
    /// <param name="columns">Column after column.</param>
    /// <param name="observations">Rows.</param>
    /// <exception cref="SeriesFaultException">A series is at fault.</exception>
    public static double[] Correlation(ReadOnlySpan<double> columns, int observations)
    {
        int count = columns.Length / observations;
        double[] distances = new double[count * count];
        for (int i = 0; i < count; i++)
        {
            SeriesCheck.Demand(columns.Slice(i * observations, observations), 3, i);
            for (int j = 0; j < i; j++)
            {
                double r = Spread.Correlation.Pearson(
                    columns.Slice(i * observations, observations), columns.Slice(j * observations, observations));
                double distance = Math.Sqrt(Math.Max(0, 0.5 * (1 - r)));
                (distances[(i * count) + j], distances[(j * count) + i]) = (distance, distance);
            }
        }

        return distances;
    }
}
