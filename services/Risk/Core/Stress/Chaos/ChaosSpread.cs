namespace Superintel.Risk.Stress.Chaos;

/// <summary>A number over paths: the smallest that a half, 95 and 99 of a hundred do not pass, and the worst.</summary>
public sealed record ChaosSpread(double Median, double P95, double P99, double Worst)
{
    /// <returns>Null of nothing.</returns>
    public static ChaosSpread? Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        if (sorted.Length == 0) return null;
        double At(double share) => sorted[(int)Math.Ceiling(Math.Round(share * sorted.Length, 9)) - 1];
        return new ChaosSpread(At(0.5), At(0.95), At(0.99), sorted[^1]);
    }
}
