namespace Superintel.Prediction.Analytics.Spread;

/// <summary>Range of the cumulated deviations of changes over their standard deviation.</summary>
internal static class RescaledRanges
{
    /// <summary>Mean over the whole blocks of a length; 0 when no block varies.</summary>
    public static double Mean(ReadOnlySpan<double> levels, int length)
    {
        int blocks = (levels.Length - 1) / length;
        double sum = 0;
        int varying = 0;
        for (int block = 0; block < blocks; block++)
        {
            double ratio = Of(levels.Slice(block * length, length + 1));
            if (ratio > 0)
            {
                sum += ratio;
                varying++;
            }
        }

        return varying > 0 ? sum / varying : 0;
    }

    // Cumulated deviations of changes are levels minus the straight line through the block's ends.
    private static double Of(ReadOnlySpan<double> block)
    {
        int length = block.Length - 1;
        double drift = (block[^1] - block[0]) / length;
        double low = 0;
        double high = 0;
        double squares = 0;
        for (int i = 1; i <= length; i++)
        {
            double cumulated = block[i] - block[0] - (i * drift);
            double change = block[i] - block[i - 1] - drift;
            low = Math.Min(low, cumulated);
            high = Math.Max(high, cumulated);
            squares += change * change;
        }

        return squares > 0 ? (high - low) / Math.Sqrt(squares / length) : 0;
    }
}
