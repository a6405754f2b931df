using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Pairs;
using Superintel.Execution.Execution.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Control;

/// <summary>
/// Whether an order that was admitted may leave now: between its clearance and its departure the desk may have been halted, time may have
/// run out, and its instrument may have come into doubt. What trades back a failed pair only obeys the kill switch.
/// </summary>
public sealed class DepartureRules(
    IPairOrders pairs, IOrderBook orders, IBlockedInstruments blocked, IExternalOrders externals, ITradingControl control)
{
    /// <returns>Null: it may be taken up.</returns>
    public async Task<Objection?> Before(Order order, DateTimeOffset now, CancellationToken ct)
    {
        var pair = await pairs.Find(order.Intent.ClearanceId, ct);
        if (Stop(order, pair, (await control.Get(ct)).State) is { } stop) return stop;
        if (order.Intent.Purpose == OrderPurpose.Unwind) return null;
        if (order.Intent is { Purpose: OrderPurpose.Entry, Attempt: 0 } && pair?.ClearedUntil <= now)
            return new Objection($"The clearance expired at {pair.ClearedUntil.Value.UtcDateTime:O}, before it left.", IsFinal: true);
        return await Doubt(order, [OrderState.Submitted, OrderState.Unknown], ct);
    }

    /// <summary>Asked again when its turn comes: others of the same look may have changed what is known.</summary>
    /// <returns>Null: it may leave.</returns>
    public async Task<Objection?> AtTheLast(Order order, CancellationToken ct)
    {
        var pair = await pairs.Find(order.Intent.ClearanceId, ct);
        if (Stop(order, pair, (await control.Get(ct)).State) is { } stop) return stop;
        if (order.Intent.Purpose == OrderPurpose.Unwind) return null;
        // Half a pair is the risk that the pair was made to avoid.
        var others = await orders.Of(order.Intent.ClearanceId, ct);
        if (others.FirstOrDefault(other => other is { State: OrderState.Initialized, Progress.Tries: > 0 }) is { } waiting)
            return new Objection($"Leg {waiting.Intent.Leg} waits: {waiting.Progress.Text}", IsFinal: false);
        return await Doubt(order, [OrderState.Unknown], ct);
    }

    private static Objection? Stop(Order order, PairOrder? pair, TradingState trading)
    {
        if (trading == TradingState.Halted) return new Objection("The kill switch is on halted.", IsFinal: true);
        if (trading != TradingState.ReduceOnly) return null;
        if (order.Intent.Purpose == OrderPurpose.Entry)
            return new Objection("The kill switch is on reduce-only and the order opens a position.", IsFinal: true);
        return order.Intent.Purpose == OrderPurpose.Unwind && pair?.Intent == PairIntent.Close
            ? new Objection("The kill switch is on reduce-only and trading back a closing takes risk on.", IsFinal: false)
            : null;
    }

    private async Task<Objection?> Doubt(Order order, IReadOnlyCollection<OrderState> unanswered, CancellationToken ct)
    {
        var id = order.Intent.Instrument;
        var other = (await orders.In(unanswered, ct)).FirstOrDefault(other =>
            other.Intent.Instrument == id && other.Intent.ClearanceId != order.Intent.ClearanceId);
        if (other is not null)
            return new Objection($"{id}: what became of {other.Intent.ClientOrderId} is not known yet.", IsFinal: false);
        if (order.Intent.Purpose != OrderPurpose.Entry) return null;
        if (await blocked.Find(id, ct) is { } mismatch)
            return new Objection($"{id}: the position at {mismatch.Venue} is not the ledger's.", IsFinal: false);
        return (await externals.Working(ct)).FirstOrDefault(external => external.Blocks && external.Instrument == id) is { } theirs
            ? new Objection($"{id}: {theirs.Venue} works an order of somebody else's ({theirs.Id}).", IsFinal: false)
            : null;
    }
}
