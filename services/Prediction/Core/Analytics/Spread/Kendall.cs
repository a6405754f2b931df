namespace Superintel.Prediction.Analytics.Spread;

/// <summary>Kendall's rank correlation.</summary>
public static class Kendall
{
    /// <summary>tau-b in [-1, 1], in n log n steps; ties count half on either side.</summary>
    /// <remarks>Knight (1966), A computer method for calculating Kendall's tau with ungrouped data.</remarks>
    /// <exception cref="SeriesFaultException">A series is too short (2), constant or not finite.</exception>
    public static double TauB(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        SeriesCheck.Demand(x, y, 2);
        double[] first = x.ToArray();
        double[] second = y.ToArray();
        int[] order = [.. Enumerable.Range(0, first.Length).OrderBy(i => first[i]).ThenBy(i => second[i])];
        double[] sortedX = Array.ConvertAll(order, i => first[i]);
        double[] sortedY = Array.ConvertAll(order, i => second[i]);
        long tiedX = Ties(sortedX, null);
        long tiedBoth = Ties(sortedX, sortedY);
        long swaps = Sort(sortedY, new double[sortedY.Length], 0, sortedY.Length);
        long tiedY = Ties(sortedY, null);
        long pairs = (long)first.Length * (first.Length - 1) / 2;
        double concordance = pairs - tiedX - tiedY + tiedBoth - (2.0 * swaps);
        return concordance / Math.Sqrt((double)(pairs - tiedX) * (pairs - tiedY));
    }

    private static long Ties(double[] sorted, double[]? second)
    {
        long ties = 0;
        long run = 0;
        for (int i = 1; i < sorted.Length; i++)
        {
            run = sorted[i] == sorted[i - 1] && (second is null || second[i] == second[i - 1]) ? run + 1 : 0;
            ties += run;
        }

        return ties;
    }

    private static long Sort(double[] values, double[] buffer, int from, int to)
    {
        if (to - from < 2)
        {
            return 0;
        }

        int middle = (from + to) / 2;
        long swaps = Sort(values, buffer, from, middle) + Sort(values, buffer, middle, to);
        int left = from;
        int right = middle;
        for (int at = from; at < to; at++)
        {
            if (right >= to || (left < middle && values[left] <= values[right]))
            {
                buffer[at] = values[left++];
            }
            else
            {
                buffer[at] = values[right++];
                swaps += middle - left;
            }
        }

        buffer.AsSpan(from, to - from).CopyTo(values.AsSpan(from));
        return swaps;
    }
}
