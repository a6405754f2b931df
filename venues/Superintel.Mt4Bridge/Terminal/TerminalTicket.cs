using System.Globalization;
using Superintel.Mt4Bridge.Orders;

namespace Superintel.Mt4Bridge.Terminal;

/// <summary>A ticket as MetaTrader has it; times already in UTC.</summary>
/// <param name="Type">0 buy, 1 sell, 2 buy limit, 3 sell limit, 4 buy stop, 5 sell stop.</param>
/// <param name="ClosedAt">Null while it is open or pending.</param>
/// <param name="ClosePrice">Of an open ticket the price it would close at now.</param>
/// <param name="Commission">MetaTrader's sign, as of <paramref name="Swap"/> and <paramref name="Profit"/>: below zero is a cost.</param>
/// <param name="StopLoss">Null when there is none, as of <paramref name="TakeProfit"/>.</param>
internal sealed record TerminalTicket(
    long Ticket, string Symbol, int Type, decimal Lots, decimal OpenPrice, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt,
    decimal ClosePrice, decimal Commission, decimal Swap, decimal Profit, long Magic, DateTimeOffset? Expiration, decimal? StopLoss,
    decimal? TakeProfit, string Comment)
{
    private const string To = "to #";
    private const string From = "from #";
    private const string Hedged = "close hedge by #";

    public bool IsMarket => Type <= 1;

    public string Side => Type % 2 == 0 ? "BUY" : "SELL";

    /// <summary>The contract's word.</summary>
    public string Kind => Type switch { <= 1 => "MARKET", <= 3 => "LIMIT", _ => "STOP" };

    public string State =>
        IsMarket ? OrderState.Filled
        : ClosedAt is not { } closed ? OrderState.Working
        : Expiration <= closed ? OrderState.Expired
        : OrderState.Cancelled;

    /// <summary>The order's name in the comment. A broker may add a word behind it, and cuts at 31 characters.</summary>
    public string Name => Comment.AsSpan().IndexOfAny('[', ' ') is >= 0 and var end ? Comment[..end] : Comment;

    /// <summary>What is left of it after a part was closed, by MetaTrader's remark.</summary>
    public long? Rest => Number(To);

    /// <summary>What it is the rest of, by MetaTrader's remark.</summary>
    public long? RestOf => Number(From);

    /// <summary>Its lots are what was opened and closed at the market: it was not closed by one of the other side, by MetaTrader's
    /// remark.</summary>
    public bool HasTraded => Lots > 0m && !Comment.Contains(Hedged, StringComparison.Ordinal);

    private long? Number(string remark)
    {
        var at = Comment.IndexOf(remark, StringComparison.Ordinal);
        return at >= 0 && long.TryParse(Comment.AsSpan(at + remark.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }
}
