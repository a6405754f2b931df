using Superintel.Risk.Microstructure.Ports;

namespace Superintel.Risk.Microstructure.ObserveBook;

/// <summary>Takes a book from a feed. A broken one is kept too: a gate that sees it says no, which is safer than the one before.</summary>
public sealed class ObserveBook(IBooks books)
{
    public async ValueTask Handle(BookObservation told, CancellationToken ct)
    {
        var known = (await books.Last([told.Instrument], ct)).SingleOrDefault();
        if (known is not null && known.At > told.At) return;
        await books.Save(
            new BookSnapshot(
                told.Instrument,
                told.At,
                [.. told.Bids.Take(BookSnapshot.Depth)],
                [.. told.Asks.Take(BookSnapshot.Depth)],
                Flow(known, told)),
            ct);
    }

    private static TradeFlow Flow(BookSnapshot? known, BookObservation told)
    {
        if (told.BucketVolume <= 0m) return TradeFlow.None;
        var flow = known?.Flow.BucketVolume == told.BucketVolume ? known.Flow : TradeFlow.Of(told.BucketVolume);
        return flow.Add(told.Trades.Where(trade => trade.Quantity > 0m));
    }
}
