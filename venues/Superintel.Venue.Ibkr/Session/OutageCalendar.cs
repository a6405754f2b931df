namespace Superintel.Venue.Ibkr.Session;

/// <summary>
/// When IB is away by plan: the nightly reset of its servers and the weekly login. In New York's time, which moves with daylight saving.
/// </summary>
public sealed record OutageCalendar
{
    private static readonly TimeZoneInfo NewYork = TwsTime.Zone("America/New_York");

    /// <summary>Default 23:45; North America's reset. IB, "System Status".</summary>
    public TimeOnly ResetFrom { get; init; } = new(23, 45);

    /// <summary>Default 00:45 of the next day.</summary>
    public TimeOnly ResetTo { get; init; } = new(0, 45);

    /// <summary>The day on which a gateway asks for a full login again. Default Sunday.</summary>
    public DayOfWeek LoginDay { get; init; } = DayOfWeek.Sunday;

    /// <summary>Default 01:00: IB ends every session.</summary>
    public TimeOnly LoginFrom { get; init; } = new(1, 0);

    /// <summary>Default 01:30; until a person has logged in the gateway stays away longer, which the probe finds out.</summary>
    public TimeOnly LoginTo { get; init; } = new(1, 30);

    /// <returns>Null: no outage is planned now. Otherwise nightly-reset or weekly-login.</returns>
    public string? At(DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, NewYork);
        var time = TimeOnly.FromTimeSpan(local.TimeOfDay);
        if (local.DayOfWeek == LoginDay && time.IsBetween(LoginFrom, LoginTo)) return "weekly-login";
        return time.IsBetween(ResetFrom, ResetTo) ? "nightly-reset" : null;
    }
}
