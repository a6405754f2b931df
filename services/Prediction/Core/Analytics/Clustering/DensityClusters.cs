namespace Superintel.Prediction.Analytics.Clustering;

/// <summary>DBSCAN: clusters are dense regions, what lies outside of them is noise.</summary>
/// <remarks>Ester, Kriegel, Sander and Xu (1996); a point counts among its own neighbours, as in scikit-learn.</remarks>
public static class DensityClusters
{
    /// <summary>Label of a point outside of all clusters.</summary>
    public const int Noise = -1;

    /// <summary>Finds the clusters.</summary>
    /// <param name="distances">Row-major, count x count, symmetric.</param>
    /// <param name="count">Number of points.</param>
    /// <param name="radius">Greatest distance of a neighbour, positive.</param>
    /// <param name="minimumPoints">Neighbours, itself among them, that make a point's surroundings dense; at least 1.</param>
    /// <returns>One label per point: clusters from 0 in the order of their first dense point, or <see cref="Noise"/>.</returns>
    public static int[] Find(ReadOnlySpan<double> distances, int count, double radius, int minimumPoints)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(radius);
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumPoints, 1);
        ArgumentOutOfRangeException.ThrowIfNotEqual(distances.Length, count * count);
        bool[] dense = new bool[count];
        for (int i = 0; i < count; i++)
        {
            int near = 0;
            foreach (double distance in distances.Slice(i * count, count))
            {
                near += distance <= radius ? 1 : 0;
            }

            dense[i] = near >= minimumPoints;
        }

        int[] labels = new int[count];
        Array.Fill(labels, Noise);
        int clusters = 0;
        var open = new Stack<int>();
        for (int seed = 0; seed < count; seed++)
        {
            if (!dense[seed] || labels[seed] != Noise)
            {
                continue;
            }

            labels[seed] = clusters;
            open.Push(seed);
            while (open.TryPop(out int point))
            {
                for (int other = 0; other < count; other++)
                {
                    if (labels[other] == Noise && distances[(point * count) + other] <= radius)
                    {
                        labels[other] = clusters;
                        if (dense[other])
                        {
                            open.Push(other);
                        }
                    }
                }
            }

            clusters++;
        }

        return labels;
    }
}
