namespace Superintel.Venue.Mt4.Messages;

/// <summary>One of GET /v1/positions: a ticket, since an account may hold both sides at once.</summary>
public sealed record Mt4Position(
    long Ticket, string Symbol, string Side, decimal Lots, decimal OpenPrice, DateTimeOffset OpenTime, string? ClientOrderId);
