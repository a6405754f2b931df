using Superintel.Kernel;
using Superintel.Risk.Microstructure.Ports;

namespace Superintel.Risk.Microstructure.ObserveBook;

/// <summary>Takes books from a feed. A broken one is kept too: a gate that sees it says no, which is safer than the one before.</summary>
public sealed class ObserveBook(IBooks books)
{
    public ValueTask Handle(BookObservation told, CancellationToken ct) => Handle([told], ct);

    /// <summary>The same as one after the other; what a later one replaces is never written.</summary>
    public async ValueTask Handle(IReadOnlyList<BookObservation> told, CancellationToken ct)
    {
        var known = new SortedDictionary<InstrumentId, BookSnapshot>();
        foreach (var book in await books.Last([.. told.Select(one => one.Instrument)], ct)) known[book.Instrument] = book;
        var changed = new SortedSet<InstrumentId>();
        foreach (var one in told)
        {
            var before = known.GetValueOrDefault(one.Instrument);
            var after = Next(before, one);
            if (ReferenceEquals(before, after)) continue;
            known[one.Instrument] = after;
            changed.Add(one.Instrument);
        }
        foreach (var instrument in changed) await books.Save(known[instrument], ct);
    }

    // A message that was held up does not bring an old book back, but its trades happened.
    private static BookSnapshot Next(BookSnapshot? known, BookObservation told)
    {
        var flow = Flow(known?.Flow ?? TradeFlow.None, told);
        if (known is not null && known.At > told.At) return flow.Equals(known.Flow) ? known : known with { Flow = flow };
        return new BookSnapshot(
            told.Instrument, told.At, [.. told.Bids.Take(BookSnapshot.Depth)], [.. told.Asks.Take(BookSnapshot.Depth)], flow);
    }

    private static TradeFlow Flow(TradeFlow known, BookObservation told) => told.BucketVolume switch
    {
        null => known,
        <= 0m => TradeFlow.None,
        { } volume => known.Resized(volume).Add(told.Trades.Where(trade => trade.Quantity > 0m)),
    };
}
