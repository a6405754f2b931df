using Superintel.Execution.Execution.Orders;

namespace Superintel.Execution.Reconciliation;

/// <summary>What must be done before the first order of a run: missed words of the venues first, then the positions.</summary>
public sealed class ReconcileAtStart(ReconcileOrders reconcile, ComparePositions compare)
{
    public async Task<ReconciliationReport> Handle(CancellationToken ct)
    {
        var (asked, changed, unanswered) = await reconcile.Handle(ReconcileOrders.Open, ct);
        return new ReconciliationReport(asked, changed, unanswered, await compare.Handle(ct));
    }
}
