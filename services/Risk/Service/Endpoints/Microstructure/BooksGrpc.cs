using Grpc.Core;
using Superintel.Contracts.Grpc.RiskV1;
using Superintel.Risk.Microstructure.ObserveBook;
using Superintel.ServiceDefaults.Grpc;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Endpoints.Microstructure;

/// <summary>What feeds tell of a venue's books: a single one, or a stream whose messages are kept many at a time.</summary>
public sealed class BooksGrpc(ITransactions transactions, IHostApplicationLifetime lifetime) : Books.BooksBase
{
    public override async Task<BookKept> Observe(BookObserved request, ServerCallContext context)
    {
        await Keep([BookMessages.Read(request)], context.CancellationToken);
        return new BookKept();
    }

    public override Task Follow(
        IAsyncStreamReader<BookObserved> requestStream, IServerStreamWriter<BooksKept> responseStream, ServerCallContext context) =>
        new GroupedStream<BookObserved, BookObservation>(BookMessages.Read, Keep, lifetime).Follow(
            requestStream, (kept, ct) => responseStream.WriteAsync(new BooksKept { Messages = kept }, ct), context.CancellationToken);

    private Task Keep(IReadOnlyList<BookObservation> told, CancellationToken ct) => transactions.RunExclusive(
        async (scope, inner) =>
        {
            await scope.GetRequiredService<ObserveBook>().Handle(told, inner);
            return true;
        },
        ct);
}
