using System.Globalization;
using Grpc.Core;
using Superintel.Contracts.Grpc.RiskV1;
using Superintel.Kernel;
using Superintel.Risk.Microstructure;
using Superintel.Risk.Microstructure.ObserveBook;

namespace Superintel.Risk.Service.Endpoints.Microstructure;

/// <summary>Reads what a feed wrote.</summary>
internal static class BookMessages
{
    private const int MostTrades = 10_000;

    /// <exception cref="RpcException">invalid-argument: this cannot be a book.</exception>
    public static BookObservation Read(BookObserved told)
    {
        if (!InstrumentId.TryParse(told.InstrumentId, out var id)) throw Malformed($"'{told.InstrumentId}' is not an instrument");
        if (told.At is null) throw Malformed("at is missing");
        if (told.Trades.Count > MostTrades) throw Malformed($"more than {MostTrades} trades at once");
        return new BookObservation(
            id,
            At(told),
            [.. told.Bids.Take(BookSnapshot.Depth).Select(Level)],
            [.. told.Asks.Take(BookSnapshot.Depth).Select(Level)],
            [.. told.Trades.Select(Trade)],
            told.BucketVolume.Length == 0 ? null : Number(told.BucketVolume));
    }

    private static DateTimeOffset At(BookObserved told)
    {
        try
        {
            return told.At.ToDateTimeOffset();
        }
        catch (InvalidOperationException)
        {
            throw Malformed($"{told.At} is not a time");
        }
    }

    private static Risk.Microstructure.BookLevel Level(Contracts.Grpc.RiskV1.BookLevel level) =>
        new(Number(level.Price), Number(level.Quantity));

    private static TradePrint Trade(MarketTrade trade)
    {
        var quantity = Number(trade.Quantity);
        if (trade.BuyShare.Length == 0) return new TradePrint(quantity, trade.BuyerTook);
        var share = Number(trade.BuyShare);
        return share is >= 0m and <= 1m ? new TradePrint(quantity, share) : throw Malformed($"{share} is not a part of a trade");
    }

    private static decimal Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Malformed($"'{text}' is not a number");

    private static RpcException Malformed(string detail) => new(new Status(StatusCode.InvalidArgument, detail));
}
