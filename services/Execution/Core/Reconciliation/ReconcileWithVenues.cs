using System.Collections.Immutable;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Trading.Composite;

namespace Superintel.Execution.Reconciliation;

/// <summary>
/// Missed words of a venue first, then the orders of others, then the positions. Done before the first order of a run goes there, and again
/// and again while it lasts; twice in a row, the second changes nothing. Each venue is compared by itself: one that is away keeps no other
/// waiting.
/// </summary>
public sealed class ReconcileWithVenues(
    CompositeBroker venues,
    ReconcileOrders reconcile,
    NoteUnanswered note,
    AdoptExternalOrders adopt,
    ComparePositions compare,
    IOrderBook orders,
    LastComparisons last)
{
    // A page of the book: an execution that no word told of belongs to one of the newest orders.
    private const int NewestOrders = 500;
    private const int MostSuspects = 50;

    // A venue's book may be a little behind its orders' ends.
    private static readonly TimeSpan Lag = TimeSpan.FromMinutes(5);

    /// <param name="states">The orders to ask for.</param>
    /// <exception cref="Trading.BrokerUnavailableException">The venue could not be asked for its positions: what was blocked stays
    /// so.</exception>
    public async Task<ReconciliationReport> Handle(string venue, IReadOnlyCollection<OrderState> states, CancellationToken ct)
    {
        var working = await orders.In(states, ct);
        var (asked, changed, unanswered) = await reconcile.Handle([.. working.Where(order => order.Intent.Venue == venue)], ct);
        var snapshot = await venues.Snapshot(venue, ct);
        await note.Handle(unanswered, ct);
        var externals = await adopt.Handle(snapshot, ct);
        var found = await compare.Handle(snapshot, venues, ct);
        // One that stands as it did has been looked into; asking a venue for the same orders every minute finds nothing more.
        var open = last.IsOpen(venue) ? [.. found.Blocking, .. found.Dust] : found.News;
        if (open.IsEmpty)
            return new ReconciliationReport(asked, changed, unanswered, found.Blocking, externals) { Dust = found.Dust };

        // A difference may be an execution between the two questions, or one that came after its order's end and was never told.
        var again = await reconcile.Handle(await Suspects(venue, open, ct), ct);
        if (!again.Changed.IsEmpty) found = await compare.Handle(await venues.Snapshot(venue, ct), venues, ct);
        return new ReconciliationReport(
            asked + again.Asked, [.. changed, .. again.Changed], [.. unanswered, .. again.Unanswered], found.Blocking, externals)
        {
            Dust = found.Dust,
            IsOpen = !again.Unanswered.IsEmpty,
        };
    }

    private async Task<IReadOnlyList<Order>> Suspects(string venue, ImmutableArray<BlockedInstrument> mismatches, CancellationToken ct)
    {
        var since = last.Of(venue) - Lag;
        var newest = await orders.List(new OrderQuery(null, null, null, NewestOrders), ct);
        var suspects = newest.Select(listed => listed.Order).Where(order => order.Intent.Venue == venue && MayHaveTraded(order, since)
            && mismatches.Any(mismatch => (mismatch.Venue, mismatch.Account, mismatch.Instrument)
                == (order.Intent.Venue, order.Intent.Account, order.Intent.Instrument)));
        return [.. suspects.Take(MostSuspects)];
    }

    // Submitted and unknown orders are the sender's to ask for: it knows which of them are on their way. What ended before the last
    // comparison was in that one.
    private static bool MayHaveTraded(Order order, DateTimeOffset? since) =>
        order.State is not (OrderState.Initialized or OrderState.Submitted or OrderState.Unknown or OrderState.Filled)
        && (since is null || order.Progress.ClosedAt is not { } ended || ended >= since);
}
