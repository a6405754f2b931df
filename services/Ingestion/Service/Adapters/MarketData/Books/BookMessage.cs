using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Superintel.Contracts.Grpc.RiskV1;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Books;

/// <summary>A book as it is told to Risk.</summary>
internal static class BookMessage
{
    /// <param name="bucket">Units per volume bucket; zero: no trades are to be had; null: not known yet, and no trade is told.</param>
    public static BookObserved Of(BookNews book, decimal? bucket)
    {
        var told = new BookObserved { InstrumentId = book.Instrument.ToString(), At = Timestamp.FromDateTimeOffset(book.At) };
        told.Bids.AddRange(book.Bids.Select(Level));
        told.Asks.AddRange(book.Asks.Select(Level));
        if (bucket is not { } size) return told;
        told.BucketVolume = Text(size);
        foreach (var trade in book.Trades) told.Trades.Add(Trade(trade.Quantity, trade.BuyShare));
        return told;
    }

    private static BookLevel Level((decimal Price, decimal Quantity) level) =>
        new() { Price = Text(level.Price), Quantity = Text(level.Quantity) };

    private static MarketTrade Trade(decimal quantity, decimal buyShare) => buyShare is 0m or 1m
        ? new MarketTrade { Quantity = Text(quantity), BuyerTook = buyShare == 1m }
        : new MarketTrade { Quantity = Text(quantity), BuyShare = Text(buyShare) };

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
