using System.Globalization;

namespace Superintel.Venue.Binance.Messages;

/// <summary>An answer of the WebSocket API.</summary>
/// <param name="Status">As in HTTP.</param>
/// <param name="Result">The result's own JSON; empty with an error.</param>
/// <param name="Counts">What the exchange has counted; empty when it did not say.</param>
public sealed record WebSocketAnswer(
    string Id, int Status, ApiError? Error, ReadOnlyMemory<byte> Result, IReadOnlyList<RateCount> Counts)
{
    /// <summary>The id, where it is a number.</summary>
    public long? Number => long.TryParse(Id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
