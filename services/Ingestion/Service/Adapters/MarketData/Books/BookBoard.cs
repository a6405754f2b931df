using System.Collections.Concurrent;
using Superintel.Kernel;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Books;

/// <summary>The newest book of each instrument, until it is taken. A newer one replaces one that nobody took, so that
/// nothing piles up.</summary>
internal sealed class BookBoard
{
    private readonly ConcurrentDictionary<InstrumentId, BookNews> newest = new();

    public void Put(BookNews book) => newest[book.Instrument] = book;

    /// <summary>One that was taken and not told; a newer one that has come meanwhile stays.</summary>
    public void PutBack(BookNews book) => newest.TryAdd(book.Instrument, book);

    /// <summary>What is new since the last time, by instrument.</summary>
    public IReadOnlyList<BookNews> Take()
    {
        var taken = new List<BookNews>();
        foreach (var instrument in newest.Keys.Order())
            if (newest.TryRemove(instrument, out var book)) taken.Add(book);
        return taken;
    }
}
