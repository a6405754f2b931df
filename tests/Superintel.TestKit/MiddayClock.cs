namespace Superintel.TestKit;

/// <summary>
/// Runs as the system's clock does, and begins at 17:00 UTC of today whenever it is made: no test has a midnight, of UTC or of New York, in
/// its middle, and none is in a venue's nightly pause.
/// </summary>
public sealed class MiddayClock : TimeProvider
{
    private readonly TimeSpan ahead = TimeSpan.FromHours(17) - System.GetUtcNow().TimeOfDay;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
}
