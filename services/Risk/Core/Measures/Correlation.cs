namespace Superintel.Risk.Measures;

/// <summary>Pearson's correlation.</summary>
public static class Correlation
{
    /// <param name="left">Any unit.</param>
    /// <param name="right">As long as <paramref name="left"/>, at least 2.</param>
    /// <returns>In [-1, 1]; NaN when a side does not vary.</returns>
    /// <exception cref="ArgumentException">Different lengths or fewer than two values.</exception>
    public static double Pearson(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        if (left.Length != right.Length || left.Length < 2)
            throw new ArgumentException($"Correlation needs two samples of one length, got {left.Length} and {right.Length}.");
        var (meanLeft, meanRight) = (Mean(left), Mean(right));
        var (both, varLeft, varRight) = (0.0, 0.0, 0.0);
        for (var i = 0; i < left.Length; i++)
        {
            var (l, r) = (left[i] - meanLeft, right[i] - meanRight);
            both += l * r;
            varLeft += l * l;
            varRight += r * r;
        }
        return varLeft == 0 || varRight == 0 ? double.NaN : Math.Clamp(both / Math.Sqrt(varLeft * varRight), -1, 1);
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum / values.Length;
    }
}
