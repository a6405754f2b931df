using System.Runtime.CompilerServices;
using Grpc.Core;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Books;

/// <summary>A stream over gRPC.</summary>
/// <param name="message">A book as this listener is told of it.</param>
/// <param name="count">What an answer counts.</param>
internal sealed class BookCall<TTold, TAnswer>(
    AsyncDuplexStreamingCall<TTold, TAnswer> call, Func<BookNews, TTold> message, Func<TAnswer, ulong> count) : IBookCall
{
    public Task Tell(BookNews book, CancellationToken ct) => call.RequestStream.WriteAsync(message(book), ct);

    public async IAsyncEnumerable<ulong> Kept([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var answer in call.ResponseStream.ReadAllAsync(ct)) yield return count(answer);
    }

    public void Dispose() => call.Dispose();
}
