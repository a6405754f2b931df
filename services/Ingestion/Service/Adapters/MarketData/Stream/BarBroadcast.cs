using System.Collections.Concurrent;
using System.Threading.Channels;
using Superintel.Contracts.Events.V1;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Stream;

/// <summary>Hands committed slices to everyone who listens. Who is too slow is cut off and told so, rather than given a stream with holes.</summary>
internal sealed class BarBroadcast
{
    /// <summary>Slices a listener may lag behind: a year of days.</summary>
    public const int Capacity = 256;

    private readonly ConcurrentDictionary<Channel<BarClosed>, byte> listeners = new();

    public int Listeners => listeners.Count;

    public void Tell(BarClosed slice)
    {
        foreach (var (listener, _) in listeners)
        {
            if (!listener.Writer.TryWrite(slice) && listeners.TryRemove(listener, out _)) listener.Writer.TryComplete(new SlowListenerException());
        }
    }

    /// <summary>Slices from now on, until cancelled.</summary>
    /// <exception cref="SlowListenerException">The listener lagged more than <see cref="Capacity"/> slices.</exception>
    public async IAsyncEnumerable<BarClosed> Listen([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var listener = Channel.CreateBounded<BarClosed>(new BoundedChannelOptions(Capacity) { SingleReader = true });
        listeners.TryAdd(listener, 0);
        try
        {
            await foreach (var slice in listener.Reader.ReadAllAsync(ct)) yield return slice;
        }
        finally
        {
            listeners.TryRemove(listener, out _);
        }
    }
}
