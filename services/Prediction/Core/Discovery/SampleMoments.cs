namespace Superintel.Prediction.Discovery;

/// <summary>Mean and sample standard deviation, summed in order: the same bits on every machine.</summary>
public readonly record struct SampleMoments(double Mean, double Deviation)
{
    /// <param name="values">At least two finite values.</param>
    public static SampleMoments Of(ReadOnlySpan<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Length, 2, nameof(values));
        var (sum, varies) = (0.0, false);
        foreach (var value in values)
        {
            sum += value;
            varies |= value != values[0];
        }
        // The mean of equal values is rounded: their distance from it must not be taken for a deviation.
        if (!varies) return new SampleMoments(values[0], 0);
        var mean = sum / values.Length;
        var squares = 0.0;
        foreach (var value in values) squares += (value - mean) * (value - mean);
        return new SampleMoments(mean, Math.Sqrt(squares / (values.Length - 1)));
    }
}
