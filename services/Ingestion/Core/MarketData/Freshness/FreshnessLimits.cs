using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData.Freshness;

/// <summary>
/// How old the last good bar of a series may be before nothing may be decided on it. Without an exchange's calendar the limit has to span
/// its
/// longest regular pause: the sample's longest are a week (daily, September 2001) and an Easter week-end (intraday).
/// </summary>
public sealed record FreshnessLimits
{
    /// <summary>For bars of a day or longer. Default 7 days; more than zero.</summary>
    public TimeSpan Daily { get; init; } = TimeSpan.FromDays(7);

    /// <summary>For shorter bars. Default 4 days; more than zero.</summary>
    public TimeSpan Intraday { get; init; } = TimeSpan.FromDays(4);

    public TimeSpan MaximumAge(BarInterval interval) => interval.Length >= TimeSpan.FromDays(1) ? Daily : Intraday;
}
