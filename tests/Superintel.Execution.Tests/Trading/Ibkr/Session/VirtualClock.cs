namespace Superintel.Execution.Tests.Trading.Ibkr.Session;

/// <summary>A clock whose time and timestamps move together, when told.</summary>
internal sealed class VirtualClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset now = now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.UtcTicks;

    public void Advance(TimeSpan by) => now += by;
}
