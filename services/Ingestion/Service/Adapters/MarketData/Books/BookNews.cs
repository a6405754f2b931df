using Superintel.Ingestion.MarketData.Trades;
using Superintel.Kernel;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Books;

/// <summary>A venue's book at a moment.</summary>
/// <param name="At">When the venue said it, and not later than we heard it.</param>
/// <param name="Bids">Best first. Both sides empty: the book is not known.</param>
internal sealed record BookNews(
    InstrumentId Instrument, DateTimeOffset At, IReadOnlyList<(decimal Price, decimal Quantity)> Bids,
    IReadOnlyList<(decimal Price, decimal Quantity)> Asks)
{
    /// <summary>Levels that are told of each side, as many as Risk keeps.</summary>
    public const int Depth = 20;

    /// <summary>What was traded since the book was taken before, oldest first.</summary>
    public IReadOnlyList<MarketTrade> Trades { get; init; } = [];

    /// <summary>What was known is not known any more.</summary>
    public static BookNews Unknown(InstrumentId instrument, DateTimeOffset at) => new(instrument, at, [], []);
}
