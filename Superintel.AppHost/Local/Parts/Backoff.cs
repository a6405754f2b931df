namespace Superintel.AppHost.Local.Parts;

/// <summary>Counts crashes in a row and says how long to wait before the next start.</summary>
public sealed class Backoff(RestartPolicy policy)
{
    public int CrashesInARow { get; private set; }

    /// <param name="uptime">How long the run lasted that has just ended.</param>
    public TimeSpan Next(TimeSpan uptime)
    {
        if (uptime >= policy.StableAfter)
            CrashesInARow = 0;
        // 2^20 first delays are beyond any sensible Longest; the cap keeps the shift from overflowing.
        var factor = 1L << Math.Min(CrashesInARow, 20);
        CrashesInARow++;
        var delay = policy.First * factor;
        return delay < policy.Longest ? delay : policy.Longest;
    }
}
