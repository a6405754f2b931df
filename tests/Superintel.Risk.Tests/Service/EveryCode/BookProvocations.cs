using Superintel.Contracts.Grpc.RiskV1;
using Superintel.Kernel;
using Superintel.Risk.Limits;
using static Superintel.Risk.Tests.Service.EveryCode.Provocation;
using static Superintel.Risk.Tests.Service.EveryCode.SessionBooks;

namespace Superintel.Risk.Tests.Service.EveryCode;

/// <summary>The codes of the books, told over gRPC. The trade buys BKA.</summary>
internal static class BookProvocations
{
    public static IEnumerable<Provocation> All =>
    [
        Veto("no-book", s => s.Under(LimitCatalogue.RequireBookOf(AssetClass.Equity), 1, () => s.Approve())),
        Measure("book-stale", async s =>
        {
            await s.Observe("BKA.XNYS", Good());
            await s.NextDay();
            return await s.Approve(Pair);
        }),
        Veto("book-invalid", s => s.Judge(Book(Levels(50.02m, -1, 500m), Levels(50.01m, 1, 500m)))),
        Measure("book-imbalance", s => s.Judge(Book(Levels(49.99m, -1, 100m), Levels(50m, 1, 600m)))),
        Measure("book-wall", s => s.Judge(Book(Levels(49.99m, -1, 1000m), [
            .. Levels(50m, 1, 100m).Select((level, i) => i == 3 ? new BookLevel { Price = level.Price, Quantity = "900" } : level)]))),
        Measure("book-spread", s => s.Judge(Book(Levels(49.99m, -1, 500m), Levels(50.3m, 1, 500m)))),
        Measure("book-depth", s => s.Judge(Book(Levels(49.99m, -1, 30m), Levels(50m, 1, 30m)))),
        Measure("toxic-flow", s =>
        {
            var book = Good();
            book.BucketVolume = "100";
            book.Trades.AddRange(Enumerable.Range(0, 60).Select(_ => new MarketTrade { Quantity = "100", BuyerTook = true }));
            return s.Judge(book);
        }),
    ];

    private static BookObserved Good() => Book(Levels(49.99m, -1, 500m), Levels(50m, 1, 500m));
}
