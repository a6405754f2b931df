using System.Threading.Channels;
using Grpc.Core;
using Superintel.Contracts.Grpc.ExecutionV1;
using Superintel.Execution.Service.Adapters.Quotes;
using Superintel.Execution.Trading.Paper;

namespace Superintel.Execution.Service.Endpoints.Trading;

/// <summary>What a feed tells of a venue's quotes: a stream whose messages are taken many at a time.</summary>
internal sealed class QuotesGrpc(QuoteIntake intake, IHostApplicationLifetime lifetime) : Quotes.QuotesBase
{
    // Read ahead of what is taken; beyond that the stream's own flow control holds the feed back.
    private const int ReadAhead = 64;

    public override async Task Follow(
        IAsyncStreamReader<QuoteObserved> requestStream, IServerStreamWriter<QuotesTaken> responseStream, ServerCallContext context)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        var waiting = Channel.CreateBounded<Quote>(new BoundedChannelOptions(ReadAhead) { SingleReader = true, SingleWriter = true });
        var reading = Read(requestStream, waiting.Writer, stop.Token);
        try
        {
            await Take(waiting.Reader, responseStream, stop.Token);
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

    private static async Task Read(IAsyncStreamReader<QuoteObserved> told, ChannelWriter<Quote> waiting, CancellationToken ct)
    {
        try
        {
            await foreach (var message in told.ReadAllAsync(ct)) await waiting.WriteAsync(QuoteMessages.Read(message), ct);
            waiting.Complete();
        }
        catch (Exception failure)
        {
            // Whoever takes is told, after what came before it.
            waiting.Complete(failure);
        }
    }

    private async Task Take(ChannelReader<Quote> waiting, IServerStreamWriter<QuotesTaken> taken, CancellationToken ct)
    {
        var messages = 0UL;
        while (await waiting.WaitToReadAsync(ct))
        {
            var together = new List<Quote>(ReadAhead);
            while (together.Count < ReadAhead && waiting.TryRead(out var told)) together.Add(told);
            await intake.Take(together, ct);
            messages += (ulong)together.Count;
            await taken.WriteAsync(new QuotesTaken { Messages = messages }, ct);
        }
    }
}
