namespace Superintel.Venue.Binance.Books;

/// <summary>
/// A change of a book, or a whole one, in scaled numbers. Used again for every message: its arrays grow to the largest seen and no more is
/// allocated.
/// </summary>
public sealed class DepthChange
{
    private long[] prices = new long[64];
    private long[] quantities = new long[64];

    /// <summary>First update id in it (U); of a snapshot its lastUpdateId.</summary>
    public long FirstId { get; set; }

    /// <summary>Last update id in it (u, lastUpdateId).</summary>
    public long LastId { get; set; }

    /// <summary>Last id of the change before it (pu, USD-M); below 0 when it is not told.</summary>
    public long PreviousId { get; set; }

    /// <summary>Event time, milliseconds since 1970; 0 when it is not told.</summary>
    public long EventMs { get; set; }

    /// <summary>Bids come first, then asks.</summary>
    public int BidCount { get; private set; }

    public int AskCount => Count - BidCount;

    public ReadOnlySpan<long> BidPrices => prices.AsSpan(0, BidCount);

    public ReadOnlySpan<long> BidQuantities => quantities.AsSpan(0, BidCount);

    public ReadOnlySpan<long> AskPrices => prices.AsSpan(BidCount, AskCount);

    public ReadOnlySpan<long> AskQuantities => quantities.AsSpan(BidCount, AskCount);

    private int Count { get; set; }

    public void Clear() => (FirstId, LastId, PreviousId, EventMs, BidCount, Count) = (-1, -1, -1, 0, 0, 0);

    public DepthChange Clone() => new()
    {
        prices = prices[..Math.Max(Count, 1)],
        quantities = quantities[..Math.Max(Count, 1)],
        FirstId = FirstId,
        LastId = LastId,
        PreviousId = PreviousId,
        EventMs = EventMs,
        BidCount = BidCount,
        Count = Count,
    };

    /// <summary>Bids before asks; a bid after an ask is moved to its place.</summary>
    internal void Add(bool bid, long price, long quantity)
    {
        if (Count == prices.Length)
        {
            Array.Resize(ref prices, Count * 2);
            Array.Resize(ref quantities, Count * 2);
        }
        var at = Count++;
        if (bid)
        {
            // Asks are seldom told first; then the first of them makes room.
            if (at > BidCount) (prices[at], quantities[at]) = (prices[BidCount], quantities[BidCount]);
            at = BidCount++;
        }
        (prices[at], quantities[at]) = (price, quantity);
    }
}
