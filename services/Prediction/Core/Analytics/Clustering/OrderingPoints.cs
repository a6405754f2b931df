namespace Superintel.Prediction.Analytics.Clustering;

/// <summary>OPTICS: one order of the points that holds the density clusters of every radius.</summary>
/// <remarks>Ankerst, Breunig, Kriegel and Sander (1999), without a greatest radius; ties go to the point that came first, as in
/// scikit-learn.</remarks>
public static class OrderingPoints
{
    /// <summary>Orders the points.</summary>
    /// <param name="distances">Row-major, count x count, symmetric.</param>
    /// <param name="count">Number of points.</param>
    /// <param name="minimumPoints">Neighbours, itself among them, that make a point's surroundings dense; 2 to the number of
    /// points.</param>
    public static ReachabilityPlot Find(ReadOnlySpan<double> distances, int count, int minimumPoints)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(distances.Length, count * count);
        if (minimumPoints < 2 || minimumPoints > count)
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.TooShort,
                $"{minimumPoints} neighbours of {count} points, 2 to {count} are possible");
        }

        double[] core = new double[count];
        double[] sorted = new double[count];
        for (int i = 0; i < count; i++)
        {
            distances.Slice(i * count, count).CopyTo(sorted);
            Array.Sort(sorted);
            core[i] = sorted[minimumPoints - 1];
        }

        double[] reach = new double[count];
        Array.Fill(reach, double.PositiveInfinity);
        bool[] done = new bool[count];
        int[] order = new int[count];
        for (int step = 0; step < count; step++)
        {
            int point = -1;
            for (int i = 0; i < count; i++)
            {
                if (!done[i] && (point < 0 || reach[i] < reach[point]))
                {
                    point = i;
                }
            }

            (order[step], done[point]) = (point, true);
            for (int other = 0; other < count; other++)
            {
                if (!done[other])
                {
                    reach[other] = Math.Min(reach[other], Math.Max(core[point], distances[(point * count) + other]));
                }
            }
        }

        return new ReachabilityPlot(order, reach, core);
    }
}
