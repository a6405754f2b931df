namespace Superintel.Venue.Binance.Messages;

/// <summary>What the exchange has counted in one of its windows.</summary>
/// <param name="Kind">REQUEST_WEIGHT or ORDERS.</param>
/// <param name="Interval">The window's length.</param>
public sealed record RateCount(string Kind, TimeSpan Interval, int Count)
{
    public const string Weight = "REQUEST_WEIGHT";
    public const string Orders = "ORDERS";

    private const string OrderHeader = "X-MBX-ORDER-COUNT-";

    /// <summary>A header of an answer to a new order: X-MBX-ORDER-COUNT-10S, -1D.</summary>
    /// <returns>Null: it is another header, or says nothing that can be read.</returns>
    public static RateCount? OfHeader(string name, string value)
    {
        if (!name.StartsWith(OrderHeader, StringComparison.OrdinalIgnoreCase) || name.Length < OrderHeader.Length + 2) return null;
        if (!int.TryParse(name.AsSpan(OrderHeader.Length, name.Length - OrderHeader.Length - 1), out var number)) return null;
        var unit = char.ToUpperInvariant(name[^1]) switch { 'S' => "SECOND", 'M' => "MINUTE", 'H' => "HOUR", 'D' => "DAY", _ => "" };
        var interval = RateLimit.Span(unit, number);
        return interval > TimeSpan.Zero && int.TryParse(value, out var count) && count >= 0 ? new RateCount(Orders, interval, count) : null;
    }
}
