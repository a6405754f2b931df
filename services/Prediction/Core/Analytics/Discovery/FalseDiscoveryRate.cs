using System.Buffers;

namespace Superintel.Prediction.Analytics.Discovery;

/// <summary>q-values: the least false discovery rate at which a test is still a finding.</summary>
public static class FalseDiscoveryRate
{
    /// <summary>Adjusts p-values; the number of trials is their count.</summary>
    /// <param name="pValues">One per test that was run, findings or not.</param>
    /// <param name="qValues">Receives one per test, in the same order.</param>
    /// <param name="method">Which dependence is allowed for.</param>
    public static void Adjust(
        ReadOnlySpan<double> pValues, Span<double> qValues, FalseDiscovery method = FalseDiscovery.BenjaminiHochberg)
    {
        int count = pValues.Length;
        double[] sorted = ArrayPool<double>.Shared.Rent(count);
        int[] order = ArrayPool<int>.Shared.Rent(count);
        try
        {
            double harmonic = 0;
            for (int i = 0; i < count; i++)
            {
                order[i] = i;
                harmonic += 1.0 / (i + 1);
            }

            pValues.CopyTo(sorted);
            sorted.AsSpan(0, count).Sort(order.AsSpan(0, count));
            double scale = method == FalseDiscovery.BenjaminiYekutieli ? count * harmonic : count;
            double least = 1;
            for (int i = count - 1; i >= 0; i--)
            {
                // The factor is at least 1, yet its product with p may round below p: a q-value never does.
                least = Math.Min(least, Math.Max(sorted[i], sorted[i] * scale / (i + 1)));
                qValues[order[i]] = least;
            }
        }
        finally
        {
            ArrayPool<double>.Shared.Return(sorted);
            ArrayPool<int>.Shared.Return(order);
        }
    }
}
