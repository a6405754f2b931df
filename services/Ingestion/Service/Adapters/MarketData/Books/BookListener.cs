using Superintel.Contracts.Grpc.ExecutionV1;
using Superintel.Contracts.Grpc.RiskV1;
using Superintel.Ingestion.Service.Adapters.MarketData.Live;
using Superintel.Kernel;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Books;

/// <summary>A service that is told of books.</summary>
/// <param name="Follow">Begins a stream.</param>
internal sealed record BookListener(string Name, Func<CancellationToken, IBookCall> Follow)
{
    /// <summary>Gets whole books with their trades.</summary>
    /// <param name="bucket">Units per volume bucket, as in a message.</param>
    public static BookListener Risk(Contracts.Grpc.RiskV1.Books.BooksClient client, Func<InstrumentId, decimal?> bucket) => new(
        "Risk",
        ct => new BookCall<BookObserved, BooksKept>(
            client.Follow(cancellationToken: ct), book => BookMessage.Of(book, bucket(book.Instrument)), answer => answer.Messages));

    /// <summary>Gets the best bid and ask.</summary>
    public static BookListener Execution(Quotes.QuotesClient client, LiveClock clock) => new(
        "Execution",
        ct => new BookCall<QuoteObserved, QuotesTaken>(
            client.Follow(cancellationToken: ct), book => QuoteMessage.Of(book, clock.Ahead), answer => answer.Messages));
}
