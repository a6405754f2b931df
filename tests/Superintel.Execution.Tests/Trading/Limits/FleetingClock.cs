namespace Superintel.Execution.Tests.Trading.Limits;

/// <summary>A clock that is a minute on whenever somebody looks: what is counted by the minute never comes to anything, however fast or
/// slow the machine is. Its timers keep the machine's time.</summary>
internal sealed class FleetingClock : TimeProvider
{
    private readonly DateTimeOffset at = System.GetUtcNow();
    private int looks;

    public override DateTimeOffset GetUtcNow() => at.AddMinutes(Interlocked.Increment(ref looks));
}
