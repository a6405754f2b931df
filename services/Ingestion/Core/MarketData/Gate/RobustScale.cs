namespace Superintel.Ingestion.MarketData.Gate;

/// <summary>Centre and spread of a sample that a few wild values do not move.</summary>
public static class RobustScale
{
    /// <summary>Makes the median absolute deviation of a normal sample its standard deviation.</summary>
    private const double Normal = 1.482602218505602;

    /// <summary>Distance of a value from the median in robust standard deviations, unsigned.</summary>
    /// <param name="sample">Finite values, at least one, any order.</param>
    /// <returns>Null when more than half of the sample is one value: it has no spread to measure by.</returns>
    /// <exception cref="ArgumentException">An empty sample.</exception>
    /// <remarks>Hampel (1974), The influence curve and its role in robust estimation.</remarks>
    public static double? Distance(ReadOnlySpan<double> sample, double value)
    {
        var median = Median(sample);
        var deviations = new double[sample.Length];
        for (var i = 0; i < sample.Length; i++) deviations[i] = Math.Abs(sample[i] - median);
        var scale = Normal * Median(deviations);
        return scale > 0 ? Math.Abs(value - median) / scale : null;
    }

    /// <summary>Middle value; the mean of the two middle ones of an even count.</summary>
    /// <exception cref="ArgumentException">An empty sample.</exception>
    public static double Median(ReadOnlySpan<double> sample)
    {
        if (sample.IsEmpty) throw new ArgumentException("A median needs at least one value.", nameof(sample));
        var sorted = sample.ToArray();
        Array.Sort(sorted);
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
