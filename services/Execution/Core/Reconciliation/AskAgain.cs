namespace Superintel.Execution.Reconciliation;

/// <summary>When a venue whose first comparison did not come through is asked again.</summary>
public static class AskAgain
{
    private const int LongestSeconds = 30;

    /// <param name="failures">In a row, at least one.</param>
    /// <returns>1, 2, 4, 8, 16, then always 30 seconds.</returns>
    public static TimeSpan After(int failures)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(failures, 1);
        return TimeSpan.FromSeconds(failures > 5 ? LongestSeconds : 1 << (failures - 1));
    }
}
