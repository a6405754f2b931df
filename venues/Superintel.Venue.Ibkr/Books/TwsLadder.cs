using Superintel.Venue.Ibkr.Messages.Answers;

namespace Superintel.Venue.Ibkr.Books;

/// <summary>
/// A level 2 book by rows, as TWS tells it: a row is put in, changed or taken out at its place. With a smart request rows of several
/// exchanges stand at one price; <see cref="Levels"/> adds them up.
/// </summary>
public sealed class TwsLadder
{
    private const int MostRows = 200;
    private readonly List<(decimal Price, decimal Size)> asks = [];
    private readonly List<(decimal Price, decimal Size)> bids = [];

    /// <summary>Applies a change; one at a position below 0 empties the book.</summary>
    /// <returns>False: it does not fit what is here. The book is empty then, for it is not known any more.</returns>
    public bool Apply(in MarketDepthL2 change)
    {
        if (change.Position < 0)
        {
            Clear();
            return true;
        }
        if (change.Side is 0 or 1 && Fits(change.Side == 1 ? bids : asks, change)) return true;
        Clear();
        return false;
    }

    /// <summary>Price levels of a side, best first, quantities of one price added up; rows without a price or size are none.</summary>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<(decimal Price, decimal Size)> Levels(bool ofBids, int most)
    {
        var levels = new SortedDictionary<decimal, decimal>();
        foreach (var (price, size) in ofBids ? bids : asks)
            if (price > 0m && size > 0m) levels[price] = levels.GetValueOrDefault(price) + size;
        var sorted = ofBids ? levels.Reverse() : levels;
        return [.. sorted.Take(most).Select(level => (level.Key, level.Value))];
    }

    private void Clear()
    {
        asks.Clear();
        bids.Clear();
    }

    private static bool Fits(List<(decimal Price, decimal Size)> side, in MarketDepthL2 change)
    {
        var (at, row) = (change.Position, (change.Price, change.Size));
        switch (change.Operation)
        {
            case 0 when at <= side.Count && side.Count < MostRows:
                side.Insert(at, row);
                return true;
            case 1 when at < side.Count:
                side[at] = row;
                return true;
            case 2 when at < side.Count:
                side.RemoveAt(at);
                return true;
            default:
                return false;
        }
    }
}
