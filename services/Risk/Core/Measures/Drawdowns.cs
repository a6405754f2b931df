namespace Superintel.Risk.Measures;

/// <summary>How far a run of returns fell below its earlier peaks.</summary>
/// <param name="Maximum">Largest fraction below a peak, not negative.</param>
/// <param name="Average">Mean fraction below the peak, over all periods.</param>
/// <param name="Ulcer">Root of the mean squared fraction.</param>
/// <param name="LongestPeriods">Longest time under water, periods.</param>
/// <remarks>Martin and McCann (1989) for the ulcer index. The start counts as a peak.</remarks>
public readonly record struct Drawdowns(double Maximum, double Average, double Ulcer, int LongestPeriods)
{
    /// <param name="returns">Simple returns, compounded, oldest first.</param>
    public static Drawdowns Of(ReadOnlySpan<double> returns)
    {
        var (wealth, peak, maximum, sum, squares, under, longest) = (1.0, 1.0, 0.0, 0.0, 0.0, 0, 0);
        foreach (var value in returns)
        {
            wealth *= 1 + value;
            peak = Math.Max(peak, wealth);
            var below = 1 - (wealth / peak);
            under = below > 0 ? under + 1 : 0;
            longest = Math.Max(longest, under);
            maximum = Math.Max(maximum, below);
            sum += below;
            squares += below * below;
        }
        var n = Math.Max(1, returns.Length);
        return new Drawdowns(maximum, sum / n, Math.Sqrt(squares / n), longest);
    }
}
