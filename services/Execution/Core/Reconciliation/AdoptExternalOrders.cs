using System.Collections.Immutable;
using Superintel.Contracts.Events;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.External;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Ports;

namespace Superintel.Execution.Reconciliation;

/// <summary>
/// Takes orders that work at a venue and are not ours into a record of their own. They are never touched; they leave the record's working
/// part by the venue's word only. Twice in a row, the second changes nothing.
/// </summary>
public sealed class AdoptExternalOrders(
    IBroker broker, IOrderBook orders, IExternalOrders externals, IEvents events, IOrderAlerts alerts, TimeProvider clock)
{
    /// <param name="snapshot">The venues' working orders, complete.</param>
    /// <returns>Those that are new or changed.</returns>
    public async Task<ImmutableArray<ExternalOrder>> Handle(BrokerSnapshot snapshot, CancellationToken ct)
    {
        var changed = ImmutableArray.CreateBuilder<ExternalOrder>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var theirs in snapshot.WorkingOrders)
        {
            var ours = await orders.Find(theirs.ClientOrderId, ct) is { } found && IsTheSame(found.Reference, theirs) ? found : null;
            if (ours is not null && !await IsStray(ours, ct)) continue;
            if (!seen.Add(ExternalOrder.IdOf(theirs).Value)) continue;
            if (await See(theirs, ours, ct) is { } news) changed.Add(news);
            if (ours is not null) await TakeBack(ours, ct);
        }
        foreach (var known in await externals.Working(ct))
            if (!seen.Contains(known.Id.Value) && snapshot.Covers(known.Venue) && await Miss(known, ct) is { } news) changed.Add(news);
        return changed.ToImmutable();
    }

    // Someone else may use a name of ours; at another venue or account it is another order.
    private static bool IsTheSame(OrderReference ours, BrokerOrder theirs) => (ours.Venue, ours.Account) == (theirs.Venue, theirs.Account);

    // The list may lag behind an end that we know of; the venue's own record of the order does not.
    private async Task<bool> IsStray(Order ours, CancellationToken ct)
    {
        if (!ours.State.IsOver()) return false;
        try
        {
            return await broker.Query(ours.Reference, ct) is QueryOutcome.Found { Order.Status: BrokerOrderStatus.Working };
        }
        catch (BrokerUnavailableException)
        {
            return false; // the next comparison asks again
        }
    }

    // It is ours, so it may be canceled; until its venue says that it is over, the next comparison does so again.
    private async Task TakeBack(Order ours, CancellationToken ct)
    {
        try
        {
            await broker.Cancel(ours.Reference, ct);
        }
        catch (BrokerUnavailableException)
        {
            return; // said again by the next comparison
        }
    }

    /// <param name="ours">What we know it as; null: it is somebody else's.</param>
    private async Task<ExternalOrder?> See(BrokerOrder theirs, Order? ours, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var before = await externals.Find(ExternalOrder.IdOf(theirs), ct);
        var after = before?.Hear(theirs, now) ?? ExternalOrder.Adopt(theirs, now);
        if (!await Store(before, after, ct)) return null;
        if (before is null)
            await alerts.Raise(ours is null ? OrderAlert.External(after) : OrderAlert.Stray(ours, after.VenueOrderId, now), ct);
        return after;
    }

    /// <summary>It is not among the working orders any more: the venue is asked how it ended, since a list may lag behind.</summary>
    private async Task<ExternalOrder?> Miss(ExternalOrder known, CancellationToken ct)
    {
        QueryOutcome answer;
        try
        {
            answer = await broker.Query(known.Reference, ct);
        }
        catch (BrokerUnavailableException)
        {
            return null; // a venue that cannot be asked has not spoken: it stays as it is
        }
        var now = clock.GetUtcNow();
        var after = answer switch
        {
            QueryOutcome.Found found when found.Order.VenueOrderId == known.VenueOrderId => known.Hear(found.Order, now),
            QueryOutcome.Unavailable => known.Miss(now),
            _ => known.Leave(now),
        };
        return await Store(known, after, ct) ? after : null;
    }

    /// <returns>True: it is news.</returns>
    private async Task<bool> Store(ExternalOrder? before, ExternalOrder after, CancellationToken ct)
    {
        if (after == before) return false;
        await externals.Save(after, ct);
        if (after.Version == before?.Version) return false;
        await events.Publish(ExternalOrderEvents.Changed(after, clock.GetUtcNow()), ct);
        return true;
    }
}
