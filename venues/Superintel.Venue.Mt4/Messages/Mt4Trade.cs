namespace Superintel.Venue.Mt4.Messages;

/// <summary>One of GET /v1/history: a closed ticket.</summary>
/// <param name="Commission">MetaTrader's sign, as of <paramref name="Swap"/> and <paramref name="Profit"/>: below zero is a cost.</param>
/// <param name="ClientOrderId">The order that opened it; null when the bridge has no such order.</param>
public sealed record Mt4Trade(
    long Ticket, string Symbol, string Side, decimal Lots, DateTimeOffset OpenTime, DateTimeOffset CloseTime, decimal OpenPrice,
    decimal ClosePrice, decimal Profit, decimal Swap, decimal Commission, long Magic, string Comment, string? ClientOrderId);
