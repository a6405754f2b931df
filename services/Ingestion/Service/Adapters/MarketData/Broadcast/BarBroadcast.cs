using System.Collections.Concurrent;
using Superintel.Contracts.Events.V1;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Broadcast;

/// <summary>Hands committed slices to everyone who listens.</summary>
internal sealed class BarBroadcast
{
    private readonly ConcurrentDictionary<BarListener, byte> listeners = new();

    public int Listeners => listeners.Count;

    /// <summary>Every slice told from now on reaches the listener, until it is disposed of or too slow.</summary>
    public BarListener Listen()
    {
        var listener = new BarListener(gone => listeners.TryRemove(gone, out _));
        listeners.TryAdd(listener, 0);
        return listener;
    }

    public void Tell(BarClosed slice)
    {
        foreach (var (listener, _) in listeners) listener.Hear(slice);
    }
}
