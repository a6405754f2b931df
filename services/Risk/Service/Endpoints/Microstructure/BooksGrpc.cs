using System.Threading.Channels;
using Grpc.Core;
using Superintel.Contracts.Grpc.RiskV1;
using Superintel.Risk.Microstructure.ObserveBook;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Endpoints.Microstructure;

/// <summary>What feeds tell of a venue's books: a single one, or a stream whose messages are kept many at a time.</summary>
public sealed class BooksGrpc(ITransactions transactions, IHostApplicationLifetime lifetime) : Books.BooksBase
{
    // Read ahead of what is kept; beyond that the stream's own flow control holds the feed back.
    private const int ReadAhead = 64;

    public override async Task<BookKept> Observe(BookObserved request, ServerCallContext context)
    {
        await Keep([BookMessages.Read(request)], context.CancellationToken);
        return new BookKept();
    }

    public override async Task Follow(
        IAsyncStreamReader<BookObserved> requestStream, IServerStreamWriter<BooksKept> responseStream, ServerCallContext context)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        var waiting = Channel.CreateBounded<BookObservation>(
            new BoundedChannelOptions(ReadAhead) { SingleReader = true, SingleWriter = true });
        var reading = Read(requestStream, waiting.Writer, stop.Token);
        try
        {
            await Keep(waiting.Reader, responseStream, stop.Token);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, "The service is stopping."));
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException && context.CancellationToken.IsCancellationRequested)
        {
            throw new RpcException(new Status(StatusCode.Cancelled, "The feed went."));
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }

    private static async Task Read(IAsyncStreamReader<BookObserved> told, ChannelWriter<BookObservation> waiting, CancellationToken ct)
    {
        try
        {
            await foreach (var message in told.ReadAllAsync(ct)) await waiting.WriteAsync(BookMessages.Read(message), ct);
            waiting.Complete();
        }
        catch (Exception failure)
        {
            // Whoever keeps is told, after what came before it.
            waiting.Complete(failure);
        }
    }

    private async Task Keep(ChannelReader<BookObservation> waiting, IServerStreamWriter<BooksKept> kept, CancellationToken ct)
    {
        var messages = 0UL;
        while (await waiting.WaitToReadAsync(ct))
        {
            var together = new List<BookObservation>(ReadAhead);
            while (together.Count < ReadAhead && waiting.TryRead(out var told)) together.Add(told);
            await Keep(together, ct);
            messages += (ulong)together.Count;
            await kept.WriteAsync(new BooksKept { Messages = messages }, ct);
        }
    }

    private Task<bool> Keep(IReadOnlyList<BookObservation> told, CancellationToken ct) => transactions.RunExclusive(
        async (scope, inner) =>
        {
            await scope.GetRequiredService<ObserveBook>().Handle(told, inner);
            return true;
        },
        ct);
}
