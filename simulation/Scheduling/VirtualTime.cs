namespace Superintel.Simulation.Scheduling;

/// <summary>The simulation's clock: it moves only when the scheduler says so, and never backwards.</summary>
public sealed class VirtualTime(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start.ToUniversalTime();

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <exception cref="InvalidOperationException">The time lies in the past: the events came out of order.</exception>
    public void AdvanceTo(DateTimeOffset time)
    {
        if (time < now) throw new InvalidOperationException($"Virtual time is {now:O} and cannot go back to {time:O}.");
        now = time.ToUniversalTime();
    }
}
