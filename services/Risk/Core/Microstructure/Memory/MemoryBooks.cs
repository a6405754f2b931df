using Superintel.Kernel;
using Superintel.Risk.Microstructure.Ports;

namespace Superintel.Risk.Microstructure.Memory;

public sealed class MemoryBooks : IBooks
{
    private readonly SortedDictionary<InstrumentId, BookSnapshot> books = [];

    public ValueTask<IReadOnlyList<BookSnapshot>> Last(IReadOnlyCollection<InstrumentId> ids, CancellationToken ct) =>
        new([.. ids.Distinct().Order().Where(books.ContainsKey).Select(id => books[id])]);

    public ValueTask Save(BookSnapshot book, CancellationToken ct)
    {
        if (!books.TryGetValue(book.Instrument, out var known) || known.At <= book.At) books[book.Instrument] = book;
        return ValueTask.CompletedTask;
    }
}
