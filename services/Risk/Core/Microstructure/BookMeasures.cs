using Superintel.Kernel;

namespace Superintel.Risk.Microstructure;

/// <summary>What a book says about a trade. Exact: decimals, so that a recorded book gives the same decision everywhere.</summary>
public static class BookMeasures
{
    /// <summary>Levels that imbalance and walls look at.</summary>
    public const int TopLevels = 10;

    /// <summary>Order book imbalance (bid - ask) / (bid + ask), quantities of the top ten levels.</summary>
    /// <returns>In [-1, 1]; above zero when more is bid.</returns>
    /// <remarks>Cartea, Donnelly and Jaimungal (2018), Enhancing trading strategies with order book signals, equation 1.</remarks>
    public static decimal Imbalance(BookSnapshot book)
    {
        var (bid, ask) = (Sum(book.Bids.AsSpan()), Sum(book.Asks.AsSpan()));
        return (bid - ask) / (bid + ask);
    }

    /// <summary>The imbalance as the trade feels it: above zero it is against the trade.</summary>
    public static decimal Adverse(BookSnapshot book, Side side) => -side.Sign() * Imbalance(book);

    /// <summary>The largest of the top ten levels that the trade takes from, over their mean; one for a level book.</summary>
    public static decimal Wall(BookSnapshot book, Side side)
    {
        var levels = Top(book.Against(side).AsSpan());
        var largest = 0m;
        foreach (var level in levels) largest = Math.Max(largest, level.Quantity);
        return largest * levels.Length / Sum(levels);
    }

    /// <summary>Best ask less best bid, over their mean.</summary>
    public static decimal Spread(BookSnapshot book) =>
        2m * (book.Asks[0].Price - book.Bids[0].Price) / (book.Asks[0].Price + book.Bids[0].Price);

    /// <summary>The part of everything visible on the other side that the trade would take; above one it is not all there.</summary>
    public static decimal Share(BookSnapshot book, Side side, decimal quantity)
    {
        var visible = 0m;
        foreach (var level in book.Against(side)) visible += level.Quantity;
        return quantity / visible;
    }

    private static ReadOnlySpan<BookLevel> Top(ReadOnlySpan<BookLevel> levels) => levels[..Math.Min(TopLevels, levels.Length)];

    private static decimal Sum(ReadOnlySpan<BookLevel> levels)
    {
        var sum = 0m;
        foreach (var level in Top(levels)) sum += level.Quantity;
        return sum;
    }
}
