using Superintel.Ingestion.MarketData.Trades;
using Superintel.Ingestion.Service.Adapters.MarketData.Binance;
using Superintel.Ingestion.Service.Adapters.MarketData.Live;
using Superintel.Kernel;
using Superintel.Venue.Binance.Books;
using Superintel.Venue.Binance.Spot;
using Superintel.Venue.Binance.Streams;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Books;

/// <summary>
/// Books and trades of Binance, one connection of each instrument; every one mends itself. Trades are those of one taker at one price
/// together, which both markets tell.
/// </summary>
internal sealed class BinanceBooks(
    BinanceFeedOptions options, MarketDataClient client, IReadOnlyList<InstrumentId> wanted, bool trades, LiveClock clock) : IBookSource
{
    public string Name => options.SourceName;

    public IReadOnlyList<InstrumentId> Instruments => wanted;

    public Task Run(BookBoard board, CancellationToken ct) =>
        Task.WhenAll(wanted.Select(instrument => Follow(instrument, options.Instruments[instrument.ToString()], board, ct)));

    private async Task Follow(InstrumentId instrument, string symbol, BookBoard board, CancellationToken ct)
    {
        var name = string.Concat(symbol.Select(char.ToLowerInvariant));
        string[] streams = trades ? [$"{name}@depth@100ms", $"{name}@aggTrade"] : [$"{name}@depth@100ms"];
        var feed = new StreamFeed(StreamSource.Market(options.StreamsUrl, streams), new StreamOptions(), clock.Wall);
        var scale = DepthScale.EightDecimals;
        var books = new BookFeed(client, options.Rule, clock.Wall)
        {
            Voided = () => board.Put(BookNews.Unknown(instrument, clock.Now)),
            Traded = trade => board.Traded(instrument, new MarketTrade(trade.Quantity, trade.BuyerIsMaker ? 0m : 1m)),
        };
        await foreach (var book in books.Run(feed, symbol, scale, ct))
            board.Put(new BookNews(instrument, Told(books), Levels(book.Bids, scale), Levels(book.Asks, scale)));
    }

    // A message that waited long in a queue is as old as it is.
    private DateTimeOffset Told(BookFeed books)
    {
        var now = clock.Now;
        return books.ToldAt is { } at && at < now ? at : now;
    }

    private static (decimal Price, decimal Quantity)[] Levels(BookSide side, DepthScale scale)
    {
        var levels = new (decimal, decimal)[Math.Min(BookNews.Depth, side.Count)];
        for (var rank = 0; rank < levels.Length; rank++)
            levels[rank] = (scale.Price(side[rank].Price), scale.Quantity(side[rank].Quantity));
        return levels;
    }
}
