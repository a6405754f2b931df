using System.Collections.Concurrent;
using Superintel.Execution.Trading;
using Superintel.Kernel;

namespace Superintel.Execution.Service.Adapters.Trading.Mt4;

/// <summary>When an order can last have been on its way to the bridge: its age proves nothing, for it may have waited long before it was
/// sent.</summary>
internal sealed class Mt4Requests(TimeProvider clock)
{
    // What an earlier process sent, it sent before this one began.
    private readonly DateTimeOffset began = clock.GetUtcNow();
    private readonly ConcurrentDictionary<ClientOrderId, DateTimeOffset> open = new();

    public void Leaves(ClientOrderId id) => open[id] = clock.GetUtcNow();

    /// <param name="isKnown">False: nobody knows what became of the request; given up now, it may arrive later.</param>
    public void Returned(ClientOrderId id, bool isKnown)
    {
        if (isKnown) open.TryRemove(id, out _);
        else open[id] = clock.GetUtcNow();
    }

    public DateTimeOffset LastOnItsWay(OrderReference order)
    {
        var sent = open.TryGetValue(order.ClientOrderId, out var at) ? at : began;
        return sent > order.CreatedAt ? sent : order.CreatedAt;
    }
}
