using Superintel.Contracts.Events;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.External;
using Superintel.Execution.Execution.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Reconciliation;

/// <summary>
/// A person says that units at a venue which nobody explains are not the desk's. From then on the comparison expects them, and their
/// instrument takes new risk again. Nothing is traded and nothing in the ledger changes.
/// </summary>
public sealed class AcknowledgeHolding(
    IExternalHoldings holdings, IBlockedInstruments blocked, IOrderBook orders, IEvents events, TimeProvider clock)
{
    /// <param name="difference">The units that the person means; the answer of an older comparison is not acknowledged by mistake.</param>
    public async Task<HoldingOutcome> Handle(
        string venue, string account, InstrumentId instrument, decimal difference, string by, string reason, CancellationToken ct)
    {
        var all = await blocked.All(ct);
        if (all.FirstOrDefault(one => (one.Venue, one.Account, one.Instrument) == (venue, account, instrument)) is not { } mismatch)
            return new HoldingOutcome.NoDifference();
        if (mismatch.Difference != difference) return new HoldingOutcome.OtherDifference(mismatch.Difference);
        // What differs may be the part of an order of ours that the venue has not told yet.
        var open = (await orders.In(ReconcileOrders.Open, ct)).FirstOrDefault(order =>
            (order.Intent.Venue, order.Intent.Account, order.Intent.Instrument) == (venue, account, instrument));
        if (open is not null) return new HoldingOutcome.OrderOpen(open.Intent.ClientOrderId);

        var now = clock.GetUtcNow();
        var before = (await holdings.All(ct)).FirstOrDefault(one =>
            (one.Venue, one.Account, one.Instrument) == (venue, account, instrument));
        var after = new ExternalHolding(
            venue, account, instrument, mismatch.Theirs - mismatch.Ours, by, reason, now, (before?.Version ?? 0) + 1);
        await holdings.Save(after, ct);
        await blocked.Replace([.. all.Where(one => one != mismatch)], ct);
        await events.Publish(after.ToEvent(), ct);
        await events.Publish((mismatch with { External = after.Quantity }).ToEvent(isBlocked: false, now), ct);
        return new HoldingOutcome.Acknowledged(after);
    }
}
