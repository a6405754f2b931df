namespace Superintel.Ingestion.Service.Adapters.MarketData.Books;

/// <summary>One stream to a listener, until it breaks.</summary>
internal interface IBookCall : IDisposable
{
    Task Tell(BookNews book, CancellationToken ct);

    /// <summary>The listener's count of what it has kept, from the first of the stream; ends with the stream.</summary>
    IAsyncEnumerable<ulong> Kept(CancellationToken ct);
}
