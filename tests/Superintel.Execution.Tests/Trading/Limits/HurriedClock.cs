using System.Diagnostics;

namespace Superintel.Execution.Tests.Trading.Limits;

/// <summary>
/// A clock on which a second is over in a millisecond, so that who paces himself by it does not pace himself at all.
/// </summary>
/// <param name="timers">Its timers are as fast: it is for pacers alone. Otherwise what waits for an answer is not in a hurry.</param>
internal sealed class HurriedClock(bool timers = false) : TimeProvider
{
    private const int Faster = 1_000;
    private readonly long begun = Stopwatch.GetTimestamp();
    private readonly DateTimeOffset at = System.GetUtcNow();

    public override long GetTimestamp() => begun + ((Stopwatch.GetTimestamp() - begun) * Faster);

    public override DateTimeOffset GetUtcNow() => at + (Stopwatch.GetElapsedTime(begun) * Faster);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Hurried(dueTime), Hurried(period));

    // Rounded up: a timer that comes before its time makes who asked for it ask again.
    private TimeSpan Hurried(TimeSpan span) => !timers || span <= TimeSpan.Zero
        ? span
        : TimeSpan.FromMilliseconds(Math.Ceiling(span.TotalMilliseconds / Faster));
}
