using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Superintel.Gateway.Live;

/// <summary>All connected clients.</summary>
internal sealed class LiveClients
{
    public const int Most = 500;

    private readonly ConcurrentDictionary<LiveClient, byte> connected = new();

    public LiveClients(IMeterFactory meters) =>
        meters.Create("Superintel.Gateway")
            .CreateObservableGauge("superintel.live.clients", () => connected.Count, "{client}", "Connected WebSocket clients");

    /// <returns>False when there are as many as the gateway takes.</returns>
    public bool Add(LiveClient client) => connected.Count < Most && connected.TryAdd(client, 0);

    public void Remove(LiveClient client) => connected.TryRemove(client, out _);

    public void Broadcast(LiveMessage message)
    {
        foreach (var client in connected.Keys) client.Offer(message);
    }
}
