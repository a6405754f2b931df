namespace Superintel.Venue.Mt4.Messages;

/// <summary>An order as the bridge journals it.</summary>
/// <param name="State">NEW, WORKING, FILLED, CANCELLED, REJECTED, EXPIRED or UNKNOWN.</param>
/// <param name="OpenPrice">Average price of what was filled; null before.</param>
/// <param name="Commission">In the account's currency, above zero is a cost.</param>
public sealed record Mt4Order(
    string? ClientOrderId, string State, long? Ticket, string Symbol, string Side, decimal Lots, decimal FilledLots, decimal? OpenPrice,
    DateTimeOffset? OpenTime, decimal Commission, string? Comment);
