using System.Buffers;

namespace Superintel.Prediction.Analytics.Spread;

/// <summary>Ranks from 1, ties at their mean.</summary>
public static class Ranks
{
    /// <summary>Writes the rank of every value.</summary>
    public static void Fill(ReadOnlySpan<double> values, Span<double> ranks)
    {
        double[] keys = ArrayPool<double>.Shared.Rent(values.Length);
        int[] order = ArrayPool<int>.Shared.Rent(values.Length);
        try
        {
            values.CopyTo(keys);
            for (int i = 0; i < values.Length; i++)
            {
                order[i] = i;
            }

            keys.AsSpan(0, values.Length).Sort(order.AsSpan(0, values.Length));
            for (int from = 0; from < values.Length;)
            {
                int to = from + 1;
                while (to < values.Length && keys[to] == keys[from])
                {
                    to++;
                }

                double rank = (from + to + 1) / 2.0;
                for (; from < to; from++)
                {
                    ranks[order[from]] = rank;
                }
            }
        }
        finally
        {
            ArrayPool<double>.Shared.Return(keys);
            ArrayPool<int>.Shared.Return(order);
        }
    }
}
