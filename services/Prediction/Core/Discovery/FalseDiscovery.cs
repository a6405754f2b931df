namespace Superintel.Prediction.Discovery;

/// <summary>Control of the false discovery rate.</summary>
public static class FalseDiscovery
{
    /// <summary>Q-values: the least rate at which each hypothesis would be rejected.</summary>
    /// <param name="pValues">One p-value per trial, each in [0, 1].</param>
    /// <returns>One q-value per p-value, in the same order, in [0, 1], never below its p-value.</returns>
    /// <remarks>Benjamini and Hochberg (1995), Controlling the false discovery rate, J. R. Statist. Soc. B 57.</remarks>
    public static double[] QValues(ReadOnlySpan<double> pValues)
    {
        var sorted = pValues.ToArray();
        var order = new int[sorted.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(sorted, order);
        var q = new double[sorted.Length];
        var least = 1.0;
        for (var rank = sorted.Length; rank >= 1; rank--)
        {
            least = Math.Min(least, sorted[rank - 1] * ((double)sorted.Length / rank));
            q[order[rank - 1]] = least;
        }
        return q;
    }
}
