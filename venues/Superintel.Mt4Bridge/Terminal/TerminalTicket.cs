using Superintel.Mt4Bridge.Orders;
using Superintel.Venue.Mt4.Messages;

namespace Superintel.Mt4Bridge.Terminal;

/// <summary>A ticket as MetaTrader has it; times already in UTC.</summary>
/// <param name="Type">0 buy, 1 sell, 2 buy limit, 3 sell limit, 4 buy stop, 5 sell stop.</param>
/// <param name="ClosedAt">Null while it is open or pending.</param>
/// <param name="Commission">MetaTrader's sign: below zero is a cost.</param>
internal sealed record TerminalTicket(
    long Ticket, string Symbol, int Type, decimal Lots, decimal OpenPrice, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt,
    decimal Commission, long Magic, DateTimeOffset? Expiration, string Comment)
{
    public bool IsMarket => Type <= 1;

    public string Side => Type % 2 == 0 ? "BUY" : "SELL";

    public string State =>
        IsMarket ? OrderState.Filled
        : ClosedAt is not { } closed ? OrderState.Working
        : Expiration <= closed ? OrderState.Expired
        : OrderState.Cancelled;

    /// <summary>The order's name in the comment. A broker may add a word behind it, and cuts at 31 characters.</summary>
    public string Name => Comment.AsSpan().IndexOfAny('[', ' ') is >= 0 and var end ? Comment[..end] : Comment;

    /// <param name="asked">Lots that were asked for; null for an order that is not of the journal.</param>
    public Mt4Order View(string? clientOrderId, decimal? asked = null) => new(
        clientOrderId, State, Ticket, Symbol, Side, asked ?? Lots, IsMarket ? Lots : 0m, IsMarket ? OpenPrice : null,
        IsMarket ? OpenedAt : null, IsMarket ? -Commission : 0m, Comment);
}
