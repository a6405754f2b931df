using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Trading.Composite;

namespace Superintel.Execution.Reconciliation;

/// <summary>
/// Asks for the orders of which nobody knows whether their venue has them. A venue that waits for its first comparison is left to that: it
/// asks for them all, and nobody else stands still for a venue that is away.
/// </summary>
public sealed class ResolveOrders(IOrderBook orders, ReconcileOrders reconcile, VenueGate gate)
{
    public async Task Handle(CancellationToken ct)
    {
        var unresolved = await orders.In(ReconcileOrders.Unresolved, ct);
        await reconcile.Handle([.. unresolved.Where(order => gate.IsOpen(order.Intent.Venue))], ct);
    }
}
