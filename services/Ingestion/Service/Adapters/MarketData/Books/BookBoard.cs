using Superintel.Ingestion.MarketData.Trades;
using Superintel.Kernel;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Books;

/// <summary>The newest book of each instrument and what was traded, until it is taken. A newer book replaces one that nobody took, so that
/// nothing piles up; whoever waits longest is taken first.</summary>
/// <param name="copies">Boards that get every book too, and no trades: of other readers, each of which takes at its own pace.</param>
internal sealed class BookBoard(params BookBoard[] copies)
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<InstrumentId, Place> places = [];
    private readonly Queue<InstrumentId> changed = new();

    public void Put(BookNews book)
    {
        lock (gate)
        {
            var place = At(book.Instrument);
            place.Book = book;
            Mark(book.Instrument, place);
        }
        foreach (var copy in copies) copy.Put(book);
    }

    /// <summary>Trades go with their instrument's book, and wait for its first one.</summary>
    public void Traded(InstrumentId instrument, MarketTrade trade)
    {
        lock (gate)
        {
            var place = At(instrument);
            place.Trades.Add(trade);
            if (place.Book is not null) Mark(instrument, place);
        }
    }

    /// <summary>A book that was taken and may not have been kept is told again, or what has come meanwhile. Its trades are not: they may
    /// have been counted.</summary>
    public void PutBack(BookNews book)
    {
        lock (gate) Mark(book.Instrument, At(book.Instrument));
    }

    /// <summary>What is new since it was taken last, one of each instrument.</summary>
    /// <param name="most">No more than this; the others stay.</param>
    public IReadOnlyList<BookNews> Take(int most = int.MaxValue)
    {
        lock (gate)
        {
            var taken = new List<BookNews>();
            while (taken.Count < most && changed.TryDequeue(out var instrument))
            {
                var place = places[instrument];
                place.IsMarked = false;
                taken.Add(place.Book! with { Trades = place.Trades.Take() });
            }
            return taken;
        }
    }

    private Place At(InstrumentId instrument)
    {
        if (!places.TryGetValue(instrument, out var place)) places[instrument] = place = new Place();
        return place;
    }

    private void Mark(InstrumentId instrument, Place place)
    {
        if (place.IsMarked) return;
        place.IsMarked = true;
        changed.Enqueue(instrument);
    }

    private sealed class Place
    {
        public BookNews? Book { get; set; }

        public TradeRuns Trades { get; } = new();

        public bool IsMarked { get; set; }
    }
}
