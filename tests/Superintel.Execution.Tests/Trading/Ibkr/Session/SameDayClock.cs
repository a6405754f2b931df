using Superintel.Venue.Ibkr.Session;

namespace Superintel.Execution.Tests.Trading.Ibkr.Session;

/// <summary>
/// The system's clock for a venue whose clients go by the system's too: it stands still at the end of its day, in UTC or in New York. TWS
/// tells of today only, so an order from before midnight could never be proved absent.
/// </summary>
internal sealed class SameDayClock : TimeProvider
{
    private static readonly TimeZoneInfo NewYork = TwsTime.Zone("America/New_York");
    private readonly DateTimeOffset end;

    public SameDayClock()
    {
        var now = System.GetUtcNow();
        var (utc, local) = (Left(now), Left(TimeZoneInfo.ConvertTime(now, NewYork)));
        end = now + (utc < local ? utc : local) - TimeSpan.FromMilliseconds(1);
    }

    public override DateTimeOffset GetUtcNow()
    {
        var now = System.GetUtcNow();
        return now < end ? now : end;
    }

    private static TimeSpan Left(DateTimeOffset time) => TimeSpan.FromDays(1) - time.TimeOfDay;
}
