namespace Superintel.Venue.Binance.Messages;

/// <summary>Something a stream said, a depth change excepted, which has a path of its own without allocation.</summary>
public abstract record StreamMessage
{
    /// <summary>A known word of no use here, or one that this version does not know: never an error.</summary>
    public sealed record Other(string Event) : StreamMessage;

    /// <summary>The server is about to close: connect anew at once.</summary>
    public sealed record ServerShutdown : StreamMessage;

    /// <summary>The user stream ended: subscribe anew.</summary>
    public sealed record UserStreamEnded(string Event) : StreamMessage;

    /// <summary>Balances after a change, changed assets only.</summary>
    public sealed record Balances(DateTimeOffset At, IReadOnlyList<Balance> Changed) : StreamMessage;

    /// <summary>A trade of anybody, or those of one taker at one price together.</summary>
    /// <param name="BuyerIsMaker">True: the taker sold.</param>
    public sealed record Trade(
        string Symbol, long TradeId, decimal Price, decimal Quantity, DateTimeOffset At, bool BuyerIsMaker) : StreamMessage;

    /// <summary>The candle so far.</summary>
    /// <param name="Closed">Final; act on no other.</param>
    public sealed record KlineUpdate(string Symbol, string Interval, bool Closed, Kline Kline) : StreamMessage;

    /// <summary>Best bid and ask.</summary>
    public sealed record BookTicker(string Symbol, long UpdateId, decimal Bid, decimal BidQuantity, decimal Ask, decimal AskQuantity)
        : StreamMessage;

    /// <summary>The answer to a control message (SUBSCRIBE and the like).</summary>
    /// <param name="Error">Null: done.</param>
    public sealed record ControlAnswer(string Id, ApiError? Error) : StreamMessage;
}
