using Superintel.Execution.Trading;
using Superintel.Kernel;

namespace Superintel.Execution.Service.Adapters.Trading.Mt4;

/// <summary>When an order can last have been on its way to the bridge: its age proves nothing, for it may have waited long before it was
/// sent.</summary>
/// <param name="proof">After so long nothing is on its way any more, and a request that nobody answered needs not be remembered.</param>
internal sealed class Mt4Requests(TimeProvider clock, TimeSpan proof)
{
    /// <summary>Requests without an answer; then nothing leaves until one is answered or old enough.</summary>
    public const int Most = 1_000;

    // What an earlier process sent, it sent before this one began.
    private readonly DateTimeOffset began = clock.GetUtcNow();
    private readonly Lock gate = new();
    private readonly Dictionary<ClientOrderId, Request> open = [];

    /// <returns>False: too many wait for their answers already, and it must not leave.</returns>
    public bool Leaves(ClientOrderId id)
    {
        lock (gate)
        {
            if (open.Count >= Most && !open.ContainsKey(id)) Forget();
            if (open.Count >= Most && !open.ContainsKey(id)) return false;
            open[id] = new Request(clock.GetUtcNow(), IsBack: false);
            return true;
        }
    }

    /// <param name="isKnown">False: nobody knows what became of the request; given up now, it may arrive later.</param>
    public void Returned(ClientOrderId id, bool isKnown)
    {
        lock (gate)
        {
            if (isKnown) open.Remove(id);
            else open[id] = new Request(clock.GetUtcNow(), IsBack: true);
        }
    }

    public DateTimeOffset LastOnItsWay(OrderReference order)
    {
        lock (gate)
        {
            var sent = open.TryGetValue(order.ClientOrderId, out var request) ? request.At : began;
            return sent > order.CreatedAt ? sent : order.CreatedAt;
        }
    }

    private void Forget()
    {
        var now = clock.GetUtcNow();
        foreach (var (id, _) in open.Where(one => one.Value.IsBack && now - one.Value.At >= proof).ToArray()) open.Remove(id);
    }

    private readonly record struct Request(DateTimeOffset At, bool IsBack);
}
