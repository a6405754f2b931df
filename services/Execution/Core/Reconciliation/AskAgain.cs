namespace Superintel.Execution.Reconciliation;

/// <summary>When a venue that did not answer, or could not tell, is asked again.</summary>
public static class AskAgain
{
    private const int LongestSeconds = 30;
    private const int LongestOfOrderSeconds = 60;

    /// <summary>For its first comparison.</summary>
    /// <param name="failures">In a row, at least one.</param>
    /// <returns>1, 2, 4, 8, 16, then always 30 seconds.</returns>
    public static TimeSpan After(int failures)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(failures, 1);
        return TimeSpan.FromSeconds(failures > 5 ? LongestSeconds : 1 << (failures - 1));
    }

    /// <summary>For an order of which it said nothing.</summary>
    /// <param name="tries">Answers in a row that said nothing, at least one.</param>
    /// <returns>0.5, 1, 2, 4, 8, 16, 32, then always 60 seconds.</returns>
    public static TimeSpan OfOrder(int tries)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tries, 1);
        return tries > 7 ? TimeSpan.FromSeconds(LongestOfOrderSeconds) : TimeSpan.FromSeconds(0.25 * (1 << tries));
    }
}
