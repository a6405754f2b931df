using Superintel.Kernel;
using Superintel.VenueSimulator.Faults;

namespace Superintel.Execution.Tests.Crash;

/// <summary>Holds what Execution kept against what is true at the venue.</summary>
internal static class CrashVerdict
{
    /// <returns>Everything that is wrong; empty: nothing.</returns>
    public static async Task<IReadOnlyList<string>> Of(CrashPlan plan, TradedVenue venue, StoredBooks? books)
    {
        if (books is null) return ["The service never made its tables."];
        if (books.Clearances.Count < plan.Clearances) return [$"{books.Clearances.Count} of {plan.Clearances} clearances have arrived."];
        if (!books.IsAtRest)
            return [$"Not at rest: {string.Join(", ", books.Orders.Select(o => $"{o.Key} {o.Value}"))}; {string.Join(", ", books.Pairs)}"];
        var taken = await venue.Taken();
        return
        [
            .. Orders(taken, books), .. Fills(taken, venue, books), .. Positions(venue, books), .. Explained(books),
            .. books.DeadMessages > 0 ? [$"{books.DeadMessages} messages are dead."] : Array.Empty<string>(),
        ];
    }

    private static IEnumerable<string> Orders(IReadOnlyList<TakenOrder> taken, StoredBooks books)
    {
        foreach (var same in taken.GroupBy(order => order.ClientOrderId, StringComparer.Ordinal))
        {
            if (same.Count() > 1) yield return $"{same.Key} is {same.Count()} orders at the venue.";
            if (!books.Orders.ContainsKey(same.Key)) yield return $"{same.Key} is at the venue and nobody knows it here.";
            if (same.Any(order => order.Order.IsWorking)) yield return $"{same.Key} is {books.Orders[same.Key]} here and works there.";
        }
    }

    private static IEnumerable<string> Fills(IReadOnlyList<TakenOrder> taken, TradedVenue venue, StoredBooks books)
    {
        var executions = venue.Exchange.Read(e => e.Fills).ToLookup(fill => fill.OrderId);
        foreach (var order in taken)
        {
            var theirs = (executions[order.Order.Id].Count(), executions[order.Order.Id].Sum(fill => fill.Quantity));
            // A terminal tells an order's executions as one.
            if (venue is TradedMt4) theirs = (Math.Min(theirs.Item1, 1), theirs.Item2);
            var ours = books.Fills.GetValueOrDefault(order.ClientOrderId);
            if (ours != theirs) yield return $"{order.ClientOrderId}: the ledger has {ours}, the venue {theirs}.";
        }
        foreach (var name in books.Fills.Keys.Except(taken.Select(order => order.ClientOrderId)))
            yield return $"{name} has executions that the venue never made.";
    }

    private static IEnumerable<string> Positions(TradedVenue venue, StoredBooks books)
    {
        var traded = venue.Exchange.Read(e => e.Fills.GroupBy(fill => fill.Symbol)
            .ToDictionary(g => g.Key, g => g.Sum(fill => fill.Side == Side.Buy ? fill.Quantity : -fill.Quantity)));
        foreach (var one in venue.Instruments)
        {
            var (ours, theirs) = (books.Positions.GetValueOrDefault(one.Id), traded.GetValueOrDefault(one.Symbol));
            if (ours != theirs) yield return $"{one.Id}: the ledger holds {ours}, the venue {theirs}.";
        }
        // A position that no order made is no position of ours: it is seen, and it blocks.
        var phantoms = venue.Faults.Happened.ContainsKey(Fault.PhantomPosition);
        if (!phantoms && books.Blocked.Count > 0) yield return $"Blocked without a difference: {string.Join(", ", books.Blocked)}.";
        if (phantoms && venue is not TradedBinance && books.Blocked.Count != 1)
            yield return $"A position that nobody made blocks {books.Blocked.Count} instruments.";
    }

    private static IEnumerable<string> Explained(StoredBooks books)
    {
        foreach (var (order, state) in books.Orders)
        {
            var told = (books.Times("OrderSubmitted", order), books.Times("OrderClosed", order), books.Times("OrderFilled", order));
            var expected = (1, 1, books.Fills.GetValueOrDefault(order).Count);
            if (told != expected) yield return $"{order} is {state}; told (submitted, closed, filled) {told}, not {expected}.";
            if (state == "Rejected" && books.Times("OrderRejected", order) != 1) yield return $"{order} is rejected without a reason.";
        }
        foreach (var clearance in books.Clearances)
        {
            var told = books.Times("PairOrderClosed", clearance) + books.Times("OrderDenied", clearance);
            if (told != 1) yield return $"Clearance {clearance} has {told} ends.";
        }
    }
}
