using System.Collections.Immutable;
using Superintel.Kernel;

namespace Superintel.Risk.Microstructure;

/// <summary>A level 2 book at one moment, with the order flow that led to it.</summary>
/// <param name="Bids">Best first, at most <see cref="Depth"/>.</param>
/// <param name="Asks">Best first, at most <see cref="Depth"/>.</param>
public sealed record BookSnapshot(
    InstrumentId Instrument, DateTimeOffset At, ImmutableArray<BookLevel> Bids, ImmutableArray<BookLevel> Asks, TradeFlow Flow)
{
    /// <summary>Levels that are kept of each side.</summary>
    public const int Depth = 20;

    /// <summary>The side that a trade takes from.</summary>
    public ImmutableArray<BookLevel> Against(Side side) => side == Side.Buy ? Asks : Bids;

    /// <summary>Why this is no book; null when it is one.</summary>
    public string? Problem()
    {
        if (Bids.IsEmpty || Asks.IsEmpty) return "a side is empty";
        if (Bids.Length > Depth || Asks.Length > Depth) return $"a side has more than {Depth} levels";
        if (!Falls(Bids, 1) || !Falls(Asks, -1)) return "a side is not ordered best first, or a price or quantity is not above zero";
        return Bids[0].Price >= Asks[0].Price ? "the book is crossed" : null;
    }

    private static bool Falls(ImmutableArray<BookLevel> side, int direction)
    {
        for (var i = 0; i < side.Length; i++)
        {
            if (side[i].Price <= 0m || side[i].Quantity <= 0m) return false;
            if (i > 0 && direction * side[i].Price.CompareTo(side[i - 1].Price) >= 0) return false;
        }

        return true;
    }
}
