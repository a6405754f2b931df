namespace Superintel.Venue.Binance.Messages;

/// <summary>One of the exchange's limits.</summary>
/// <param name="Kind">REQUEST_WEIGHT, ORDERS, RAW_REQUESTS or CONNECTIONS.</param>
/// <param name="Interval">The window it counts over.</param>
public sealed record RateLimit(string Kind, TimeSpan Interval, int Limit);
