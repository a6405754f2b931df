using Superintel.Kernel;

namespace Superintel.Risk.Microstructure.Ports;

/// <summary>The newest book of each instrument that ever had one.</summary>
public interface IBooks
{
    /// <summary>Those of <paramref name="ids"/> that there are, ordered by instrument.</summary>
    ValueTask<IReadOnlyList<BookSnapshot>> Last(IReadOnlyCollection<InstrumentId> ids, CancellationToken ct);

    /// <summary>Keeps a book; one that is older than the one kept changes nothing.</summary>
    ValueTask Save(BookSnapshot book, CancellationToken ct);
}
