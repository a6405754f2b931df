namespace Superintel.Venue.Binance.Books;

/// <summary>A symbol's book in scaled numbers. One writer; no allocation once its arrays are grown.</summary>
public sealed class DepthBook
{
    public BookSide Bids { get; } = new(bids: true);

    public BookSide Asks { get; } = new(bids: false);

    /// <summary>The update id up to which it is true.</summary>
    public long LastId { get; private set; } = -1;

    /// <summary>A best bid not below the best ask: the book is wrong somewhere.</summary>
    public bool IsCrossed => Bids.Count > 0 && Asks.Count > 0 && Bids[0].Price >= Asks[0].Price;

    /// <summary>Forgets all and takes over a snapshot.</summary>
    public void Reset(DepthChange snapshot)
    {
        Bids.Clear();
        Asks.Clear();
        Apply(snapshot);
    }

    /// <summary>Applies a change; that it follows what is here is the synchroniser's business.</summary>
    public void Apply(DepthChange change)
    {
        Set(Bids, change.BidPrices, change.BidQuantities);
        Set(Asks, change.AskPrices, change.AskQuantities);
        LastId = change.LastId;
    }

    private static void Set(BookSide side, ReadOnlySpan<long> prices, ReadOnlySpan<long> quantities)
    {
        for (var i = 0; i < prices.Length; i++) side.Set(prices[i], quantities[i]);
    }
}
