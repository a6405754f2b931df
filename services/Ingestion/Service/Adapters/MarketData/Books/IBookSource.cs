using Superintel.Kernel;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Books;

/// <summary>A venue that gives level 2 books.</summary>
internal interface IBookSource
{
    string Name { get; }

    IReadOnlyList<InstrumentId> Instruments { get; }

    /// <summary>Puts every book that is true on the board, and says at once when one is not known any more; until the venue is lost beyond
    /// mending.</summary>
    Task Run(BookBoard board, CancellationToken ct);
}
