namespace Superintel.Venue.Mt4.Messages;

/// <summary>An order as the bridge journals it.</summary>
/// <param name="State">NEW, WORKING, FILLED, CANCELLED, REJECTED, DEFERRED, EXPIRED or UNKNOWN. An order of which a part traded and the
/// rest is over is CANCELLED; DEFERRED was refused for a reason that passes, and the same one sent again is tried anew.</param>
/// <param name="Ticket">The ticket that it is or opened; of one that only closes the last one it closed.</param>
/// <param name="OpenPrice">Average price of what was filled; null before.</param>
/// <param name="Commission">In the account's currency, above zero is a cost.</param>
/// <param name="Price">Of a pending order; null of others, like <paramref name="Expiration"/>.</param>
/// <param name="Executions">What traded, oldest first; null when nothing has, or when the bridge does not say.</param>
public sealed record Mt4Order(
    string? ClientOrderId, string State, long? Ticket, string Symbol, string Side, decimal Lots, decimal FilledLots, decimal? OpenPrice,
    DateTimeOffset? OpenTime, decimal Commission, string? Comment, string? Type = null, decimal? Price = null, decimal? StopLoss = null,
    decimal? TakeProfit = null, DateTimeOffset? Expiration = null, long? Magic = null, IReadOnlyList<Mt4Execution>? Executions = null);
