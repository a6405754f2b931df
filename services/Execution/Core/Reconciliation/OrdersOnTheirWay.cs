using Superintel.Kernel;

namespace Superintel.Execution.Reconciliation;

/// <summary>
/// The orders that are being sent or canceled just now by this process. Nobody asks for them, and nothing of them is sent beside it: what
/// became of them is about to be known.
/// </summary>
public sealed class OrdersOnTheirWay
{
    private readonly Lock gate = new();
    private readonly HashSet<ClientOrderId> orders = [];

    /// <returns>False: it is on its way already.</returns>
    public bool Add(ClientOrderId order)
    {
        lock (gate) return orders.Add(order);
    }

    public void Remove(ClientOrderId order)
    {
        lock (gate) orders.Remove(order);
    }

    public bool Contains(ClientOrderId order)
    {
        lock (gate) return orders.Contains(order);
    }
}
