namespace Superintel.Venue.Binance.Messages;

/// <summary>One of the exchange's limits.</summary>
/// <param name="Kind">REQUEST_WEIGHT, ORDERS, RAW_REQUESTS or CONNECTIONS.</param>
/// <param name="Interval">The window it counts over.</param>
public sealed record RateLimit(string Kind, TimeSpan Interval, int Limit)
{
    private const int MostUnits = 100_000;

    /// <param name="unit">SECOND, MINUTE, HOUR or DAY.</param>
    /// <returns>Zero: a unit that this version does not know, or none of it.</returns>
    public static TimeSpan Span(string unit, int number)
    {
        var count = Math.Clamp(number, 0, MostUnits);
        return unit switch
        {
            "SECOND" => TimeSpan.FromSeconds(count),
            "MINUTE" => TimeSpan.FromMinutes(count),
            "HOUR" => TimeSpan.FromHours(count),
            "DAY" => TimeSpan.FromDays(count),
            _ => TimeSpan.Zero,
        };
    }
}
