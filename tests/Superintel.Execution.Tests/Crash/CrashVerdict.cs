using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.VenueSimulator.Matching;

namespace Superintel.Execution.Tests.Crash;

/// <summary>Holds what Execution kept against what is true at the venue.</summary>
/// <param name="person">Who trades beside the desk.</param>
internal sealed class CrashVerdict(
    CrashPlan plan, TradedVenue venue, ByHandDesk person, IReadOnlyList<OrderCleared> cleared)
{
    /// <returns>Everything that is wrong; empty: nothing.</returns>
    public async Task<IReadOnlyList<string>> Of(StoredBooks? books)
    {
        if (books is null) return ["The service never made its tables."];
        if (books.Clearances.Count < plan.Clearances) return [$"{books.Clearances.Count} of {plan.Clearances} clearances have arrived."];
        if (!books.IsAtRest)
            return [$"Not at rest: {string.Join(", ", books.Orders.Select(o => $"{o.Key} {o.Value}"))}; {string.Join(", ", books.Pairs)}"];
        var taken = await venue.Taken();
        string[] wrong =
        [
            .. Orders(taken, books), .. Fills(taken, books), .. Positions(books), .. Externals(books),
            .. books.DeadMessages > 0 ? [$"{books.DeadMessages} messages are dead."] : Array.Empty<string>(),
        ];
        return wrong.Length > 0 ? wrong : await new CrashJournal(books, cleared).Wrong();
    }

    private static IEnumerable<string> Orders(IReadOnlyList<TakenOrder> taken, StoredBooks books)
    {
        foreach (var same in taken.GroupBy(order => order.ClientOrderId, StringComparer.Ordinal))
        {
            if (same.Count() > 1) yield return $"{same.Key} is {same.Count()} orders at the venue.";
            if (!books.Orders.TryGetValue(same.Key, out var state)) yield return $"{same.Key} is at the venue and nobody knows it here.";
            else if (same.Any(order => order.Order.IsWorking)) yield return $"{same.Key} is {state} here and works there.";
        }
    }

    private IEnumerable<string> Fills(IReadOnlyList<TakenOrder> taken, StoredBooks books)
    {
        var executions = venue.Exchange.Read(e => e.Fills).ToLookup(fill => fill.OrderId);
        foreach (var order in taken)
        {
            var made = executions[order.Order.Id].Where(fill => fill.Quantity != 0m).ToArray();
            var theirs = new StoredFills(
                made.Length, made.Sum(fill => fill.Quantity), made.Sum(fill => fill.Quantity * fill.Price), made.Sum(venue.Told));
            var ours = books.Fills.GetValueOrDefault(order.ClientOrderId) ?? StoredFills.None;
            if (ours != theirs) yield return $"{order.ClientOrderId}: the ledger has {ours}, the venue {theirs}.";
        }
        foreach (var name in books.Fills.Keys.Except(taken.Select(order => order.ClientOrderId)))
            yield return $"{name} has executions that the venue never made.";
    }

    private IEnumerable<string> Positions(StoredBooks books)
    {
        var byHand = person.Placed;
        var ours = venue.Exchange.Read(e => e.Fills.Where(fill => !byHand.ContainsKey(fill.OrderId)).GroupBy(fill => fill.Symbol)
            .ToDictionary(g => g.Key, g => g.Sum(fill => (fill.Side.Sign() * fill.Quantity) - Kept(e, fill))));
        var differ = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var one in venue.Instruments)
        {
            var (kept, traded) = (books.Positions.GetValueOrDefault(one.Id), ours.GetValueOrDefault(one.Symbol));
            if (kept != traded) yield return $"{one.Id}: the ledger holds {kept}, the desk's orders made {traded} at the venue.";
            if (kept + books.Holdings.GetValueOrDefault(one.Id) != venue.Held(one)) differ.Add(one.Id);
        }
        // What others traded, and what no order made at all, is no position of ours: it is seen, and it blocks.
        var blocked = books.Blocked.Where(id => venue.Instruments.Any(one => one.Id == id)).ToArray();
        if (!differ.SequenceEqual(blocked))
            yield return $"[{string.Join(", ", differ)}] differ and [{string.Join(", ", blocked)}] are blocked.";
        var others = books.Blocked.Except(blocked).ToArray();
        if (others.Length > 0 && !venue.HoldsPhantoms) yield return $"Blocked, and never traded: {string.Join(", ", others)}.";
    }

    private IEnumerable<string> Externals(StoredBooks books)
    {
        var byHand = person.Placed;
        foreach (var (number, placed) in byHand)
        {
            var there = venue.Exchange.Read(e => e.Order(number))!;
            var rows = books.Externals.Where(row => row.VenueOrderId == venue.NameOf(number)
                && row.InstrumentId == venue.Instruments[placed.Instrument].Id).ToArray();
            // What traded at once was never seen working.
            if (rows.Length == 0 && there.Status == SimOrderStatus.Filled) continue;
            if (rows is not [var row]) yield return $"{placed} is {there.Status} at the venue and {rows.Length} rows here.";
            else if (person.Acknowledged.GetValueOrDefault(number) is { } by && row.AcknowledgedBy != by)
                yield return $"{placed} was acknowledged by {by}, and here by {row.AcknowledgedBy}.";
            else if (row.State != There(there) || row.Filled != there.Filled)
                yield return $"{placed} is {row.State} with {row.Filled} here, and {there.Status} with {there.Filled} at the venue.";
        }
        if (books.Externals.Count > byHand.Count)
            yield return $"{books.Externals.Count} orders of others, where {byHand.Count} were placed.";
    }

    // A fee in the base asset makes the holding smaller.
    internal static decimal Kept(SimExchange exchange, SimFill fill) =>
        exchange.Find(fill.Symbol)!.Base == fill.FeeCurrency ? fill.Fee : 0m;

    private static string There(SimOrder order) =>
        order.Status is SimOrderStatus.Working ? "Accepted" : order.Status.ToString();
}
