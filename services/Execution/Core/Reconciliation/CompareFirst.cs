using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Execution.Trading.Composite;

namespace Superintel.Execution.Reconciliation;

/// <summary>The comparison that lets orders go to a venue. One that others had to wait for is told.</summary>
public sealed class CompareFirst(ReconcileWithVenues compare, VenueGate gate, IEvents events, TimeProvider clock)
{
    /// <exception cref="Trading.BrokerUnavailableException">The venue could not be asked.</exception>
    public async Task<ReconciliationReport> Handle(string venue, CancellationToken ct)
    {
        // Nothing can be on its way there in this run, so it asks for everything.
        var report = await compare.Handle(venue, ReconcileOrders.Open, ct);
        if (gate.Waiting(venue) is { Failures: > 0 } waiting)
            await events.Publish(new VenueComparisonChanged(venue, waiting.Account, true, "", clock.GetUtcNow()), ct);
        return report;
    }
}
