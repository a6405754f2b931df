using Superintel.Execution.Execution;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Trading.Composite;

namespace Superintel.Execution.Reconciliation;

/// <summary>
/// Asks for the orders of which nobody knows whether their venue has them. A venue that waits for its first comparison is left to that: it
/// asks for them all, and nobody else stands still for a venue that is away. What is on its way just now is about to be known.
/// </summary>
public sealed class ResolveOrders(
    IOrderBook orders, ReconcileOrders reconcile, VenueGate gate, OrdersOnTheirWay onTheirWay, PairsAside aside)
{
    public async Task Handle(CancellationToken ct)
    {
        var unresolved = await orders.In(ReconcileOrders.Unresolved, ct);
        foreach (var order in unresolved.Where(IsAskedFor))
            await aside.Tend(order.Intent.ClearanceId, () => reconcile.Handle([order], ct));
    }

    private bool IsAskedFor(Order order) => gate.IsOpen(order.Intent.Venue) && !onTheirWay.Contains(order.Intent.ClientOrderId);
}
