namespace Superintel.Execution.Execution.Orders;

/// <summary>How long something that may be repeated waits before it is: twice as long each time, a minute at most.</summary>
public static class TryAgain
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <param name="tries">In vain so far, from 1.</param>
    public static TimeSpan After(int tries) => tries > 6 ? Longest : TimeSpan.FromSeconds(1 << Math.Max(0, tries - 1));

    /// <param name="from">Not before this; null: at once. One further ahead than the longest wait was said before the clock was set
    /// back.</param>
    public static bool IsDue(DateTimeOffset? from, DateTimeOffset now) => from is not { } at || at <= now || at - now > Longest;
}
