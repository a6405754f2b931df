namespace Superintel.Ingestion.MarketData.Recorded;

/// <summary>What the first column of a recorded file means.</summary>
public enum TimeColumn
{
    /// <summary>A day: the bar closes at the end of it, UTC.</summary>
    Date = 1,

    /// <summary>The moment the bar closed.</summary>
    Instant = 2,

    /// <summary>The n-th trading day, counted from 1: the n-th weekday from the origin on.</summary>
    Count = 3,
}
