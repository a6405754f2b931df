using System.Threading.Channels;
using Grpc.Core;
using Microsoft.Extensions.Hosting;

namespace Superintel.ServiceDefaults.Grpc;

/// <summary>A stream whose messages are taken many at a time, and counted back to whoever sends them.</summary>
/// <typeparam name="TMessage">As it is on the wire.</typeparam>
/// <typeparam name="TTold">What was read of it.</typeparam>
/// <param name="read">Throws an <see cref="RpcException"/> where a message cannot be read; that ends the stream, behind what came
/// before.</param>
/// <param name="take">All that was waiting, oldest first, at least one.</param>
/// <param name="lifetime">Of the service: when it stops, the sender is told that it is unavailable.</param>
public sealed class GroupedStream<TMessage, TTold>(
    Func<TMessage, TTold> read, Func<IReadOnlyList<TTold>, CancellationToken, Task> take, IHostApplicationLifetime lifetime)
{
    // Read ahead of what is taken; beyond that the stream's own flow control holds the sender back.
    private const int ReadAhead = 64;

    /// <summary>Returns when the sender has ended the stream.</summary>
    /// <param name="count">Tells how many were taken since the stream began.</param>
    public async Task Follow(IAsyncStreamReader<TMessage> told, Func<ulong, CancellationToken, Task> count, CancellationToken caller)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(caller, lifetime.ApplicationStopping);
        var waiting = Channel.CreateBounded<TTold>(new BoundedChannelOptions(ReadAhead) { SingleReader = true, SingleWriter = true });
        var reading = Read(told, waiting.Writer, stop.Token);
        try
        {
            await Take(waiting.Reader, count, stop.Token);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, "The service is stopping."));
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException && caller.IsCancellationRequested)
        {
            throw new RpcException(new Status(StatusCode.Cancelled, "The feed went."));
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }

    private async Task Read(IAsyncStreamReader<TMessage> told, ChannelWriter<TTold> waiting, CancellationToken ct)
    {
        try
        {
            await foreach (var message in told.ReadAllAsync(ct)) await waiting.WriteAsync(read(message), ct);
            waiting.Complete();
        }
        catch (Exception failure)
        {
            // Whoever takes is told, after what came before it.
            waiting.Complete(failure);
        }
    }

    private async Task Take(ChannelReader<TTold> waiting, Func<ulong, CancellationToken, Task> count, CancellationToken ct)
    {
        var messages = 0UL;
        while (await waiting.WaitToReadAsync(ct))
        {
            var together = new List<TTold>(ReadAhead);
            while (together.Count < ReadAhead && waiting.TryRead(out var one)) together.Add(one);
            await take(together, ct);
            messages += (ulong)together.Count;
            await count(messages, ct);
        }
    }
}
