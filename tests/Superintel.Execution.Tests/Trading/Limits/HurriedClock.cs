using System.Diagnostics;

namespace Superintel.Execution.Tests.Trading.Limits;

/// <summary>
/// A clock on which a second is over in a millisecond, so that who paces himself by it does not pace himself at all. Its timers keep the
/// machine's time: what waits for an answer is not in a hurry.
/// </summary>
internal sealed class HurriedClock : TimeProvider
{
    private const int Faster = 1_000;
    private readonly long begun = Stopwatch.GetTimestamp();
    private readonly DateTimeOffset at = System.GetUtcNow();

    public override long GetTimestamp() => begun + ((Stopwatch.GetTimestamp() - begun) * Faster);

    public override DateTimeOffset GetUtcNow() => at + (Stopwatch.GetElapsedTime(begun) * Faster);
}
