using Google.Protobuf.WellKnownTypes;
using Grpc.Net.Client;
using Superintel.Contracts.Grpc.RiskV1;

namespace Superintel.Risk.Tests.Service.EveryCode;

/// <summary>Books as a feed tells them, over gRPC.</summary>
internal static class SessionBooks
{
    public const string Pair = "BKA.XNYS~BKB.XNYS";

    /// <summary>Tells a good book of B and this one of A, and asks for clearance of a trade that buys A.</summary>
    public static async Task<string> Judge(this DeskSession session, BookObserved ofA)
    {
        await session.Observe("BKB.XNYS", Book(Levels(49.99m, -1, 500m), Levels(50m, 1, 500m)));
        await session.Observe("BKA.XNYS", ofA);
        return await session.Approve(Pair);
    }

    public static async Task Observe(this DeskSession session, string id, BookObserved told)
    {
        using var channel = GrpcChannel.ForAddress(session.Risk.Grpc);
        var headers = new Grpc.Core.Metadata { { "authorization", $"Bearer {session.Risk.Token("execution", "service")}" } };
        (told.InstrumentId, told.At) = (id, Timestamp.FromDateTimeOffset(session.Now));
        await new Books.BooksClient(channel).ObserveAsync(told, headers);
    }

    public static BookObserved Book(IEnumerable<BookLevel> bids, IEnumerable<BookLevel> asks)
    {
        var book = new BookObserved();
        book.Bids.AddRange(bids);
        book.Asks.AddRange(asks);
        return book;
    }

    public static IEnumerable<BookLevel> Levels(decimal best, int direction, decimal quantity) =>
        Enumerable.Range(0, 10).Select(i => new BookLevel { Price = $"{best + (direction * i * 0.01m)}", Quantity = $"{quantity}" });
}
