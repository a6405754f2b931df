using System.Collections.Immutable;
using Superintel.Execution.Execution;
using Superintel.Execution.Reconciliation;
using Superintel.Kernel;

namespace Superintel.Execution.Service.Adapters.Sending;

/// <summary>
/// What this process took up and never called its venue for: the service stops, or the store failed. Nobody asks for it until it has been
/// given back. It lives in memory only: of what a process that died had taken up nothing is assumed.
/// </summary>
internal sealed class UncalledOrders(OrdersOnTheirWay onTheirWay)
{
    private readonly Lock gate = new();
    private readonly SortedSet<ClientOrderId> orders = new(
        Comparer<ClientOrderId>.Create((one, other) => string.CompareOrdinal(one.Value, other.Value)));

    public ImmutableArray<ClientOrderId> All
    {
        get
        {
            lock (gate) return [.. orders];
        }
    }

    public void Keep(IEnumerable<Dispatch> uncalled)
    {
        foreach (var submit in uncalled.OfType<Dispatch.Submit>())
        {
            var id = submit.Order.Intent.ClientOrderId;
            onTheirWay.Add(id);
            lock (gate) orders.Add(id);
        }
    }

    public void Release(IReadOnlyList<ClientOrderId> given)
    {
        foreach (var id in given)
        {
            lock (gate) orders.Remove(id);
            onTheirWay.Remove(id);
        }
    }
}
