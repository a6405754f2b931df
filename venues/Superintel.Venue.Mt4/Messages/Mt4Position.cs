namespace Superintel.Venue.Mt4.Messages;

/// <summary>One of GET /v1/positions: a ticket, since an account may hold both sides at once.</summary>
/// <param name="StopLoss">Null when there is none, as of <paramref name="TakeProfit"/>.</param>
/// <param name="Commission">MetaTrader's sign, as of <paramref name="Swap"/> and <paramref name="Profit"/>: below zero is a cost.</param>
/// <param name="ClientOrderId">The order that opened it; null when the bridge has no such order.</param>
public sealed record Mt4Position(
    long Ticket, string Symbol, string Side, decimal Lots, decimal OpenPrice, DateTimeOffset OpenTime, string? ClientOrderId,
    decimal? StopLoss = null, decimal? TakeProfit = null, decimal Swap = 0m, decimal Commission = 0m, decimal Profit = 0m, long Magic = 0,
    string? Comment = null);
