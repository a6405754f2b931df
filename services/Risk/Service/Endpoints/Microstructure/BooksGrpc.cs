using System.Globalization;
using Grpc.Core;
using Superintel.Contracts.Grpc.RiskV1;
using Superintel.Kernel;
using Superintel.Risk.Microstructure;
using Superintel.Risk.Microstructure.ObserveBook;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Endpoints.Microstructure;

/// <summary>Books.Observe: what a feed tells of a venue's book.</summary>
public sealed class BooksGrpc(ITransactions transactions) : Books.BooksBase
{
    private const int MostTrades = 10_000;

    public override async Task<BookKept> Observe(BookObserved request, ServerCallContext context)
    {
        var told = Read(request);
        await transactions.RunExclusive(
            async (scope, ct) =>
            {
                await scope.GetRequiredService<ObserveBook>().Handle(told, ct);
                return true;
            },
            context.CancellationToken);
        return new BookKept();
    }

    private static BookObservation Read(BookObserved request)
    {
        if (!InstrumentId.TryParse(request.InstrumentId, out var id)) throw Malformed($"'{request.InstrumentId}' is not an instrument");
        if (request.At is null) throw Malformed("at is missing");
        if (request.Trades.Count > MostTrades) throw Malformed($"more than {MostTrades} trades at once");
        return new BookObservation(
            id,
            request.At.ToDateTimeOffset(),
            [.. request.Bids.Take(BookSnapshot.Depth).Select(Level)],
            [.. request.Asks.Take(BookSnapshot.Depth).Select(Level)],
            [.. request.Trades.Select(trade => new TradePrint(Number(trade.Quantity), trade.BuyerTook))],
            request.BucketVolume.Length == 0 ? 0m : Number(request.BucketVolume));
    }

    private static Risk.Microstructure.BookLevel Level(Contracts.Grpc.RiskV1.BookLevel level) =>
        new(Number(level.Price), Number(level.Quantity));

    private static decimal Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Malformed($"'{text}' is not a number");

    private static RpcException Malformed(string detail) => new(new Status(StatusCode.InvalidArgument, detail));
}
