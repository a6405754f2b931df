using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Pairs;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Execution.Strategies;
using Superintel.Execution.Trading.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Control;

/// <summary>
/// Whether an order that was admitted may leave now: between its clearance and its departure the desk may have been halted, time may have
/// run out, its other leg may have failed, and its instrument or its venue may have come into doubt. What trades back a failed pair only
/// obeys the kill switch.
/// </summary>
public sealed class DepartureRules(
    IPairOrders pairs,
    IOrderBook orders,
    ILegPlans plans,
    IBlockedInstruments blocked,
    IExternalOrders externals,
    ITradingControl control,
    IDepartureBoard board)
{
    /// <returns>Null: it may be taken up.</returns>
    public async Task<Objection?> Before(Order order, DateTimeOffset now, CancellationToken ct)
    {
        var pair = await pairs.Find(order.Intent.ClearanceId, ct);
        if (Stop(order, pair, (await control.Get(ct)).State) is { } stop) return stop;
        if (order.Intent.Purpose == OrderPurpose.Unwind) return null;
        return Expired(order, pair, now) ?? Away(order) ?? await Doubt(order, [OrderState.Submitted, OrderState.Unknown], ct);
    }

    /// <summary>Asked again when its turn comes: others of the same look may have changed what is known.</summary>
    /// <returns>Null: it may leave.</returns>
    public async Task<Objection?> AtTheLast(Order order, DateTimeOffset now, CancellationToken ct)
    {
        var ofPair = await orders.Of(order.Intent.ClearanceId, ct);
        // The row is the word on it, not what was read when it was taken up: a person or another instance may have resolved it since.
        var own = ofPair.FirstOrDefault(other => other.Intent.ClientOrderId == order.Intent.ClientOrderId);
        if (own is not { State: OrderState.Submitted })
            return new Objection($"It is {own?.State.ToString() ?? "gone"}.", IsFinal: false) { IsOvertaken = true };
        var pair = await pairs.Find(order.Intent.ClearanceId, ct);
        if (Stop(order, pair, (await control.Get(ct)).State) is { } stop) return stop;
        if (order.Intent.Purpose == OrderPurpose.Unwind) return null;
        if (await Failed(pair, ofPair, ct) is { } failed) return new Objection($"Its pair has failed: {failed}", IsFinal: true);
        // A lane may be long. Once one of the pair may be out there, the other belongs to it.
        if (!ofPair.Any(other => MayHaveLeft(other, order)) && Expired(order, pair, now) is { } expired) return expired;
        return Waiting(order, ofPair) ?? await Doubt(order, [OrderState.Unknown], ct);
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

    private static Objection? Expired(Order order, PairOrder? pair, DateTimeOffset now) =>
        order.Intent is { Purpose: OrderPurpose.Entry, Attempt: 0 } && pair?.ClearedUntil <= now
            ? new Objection($"The clearance expired at {pair.ClearedUntil.Value.UtcDateTime:O}, before it left.", IsFinal: true)
            : null;

    // Those of a pair go one after the other by their legs: one behind it that is submitted has not been called.
    private static bool MayHaveLeft(Order other, Order order) => other.State switch
    {
        OrderState.Initialized => false,
        OrderState.Submitted => other.Intent.Leg < order.Intent.Leg,
        OrderState.Rejected => other.Progress.CumulativeQuantity > 0m,
        OrderState.Canceled or OrderState.Expired => other.Progress.Acknowledged || other.Progress.CumulativeQuantity > 0m,
        _ => true,
    };

    // What would be sent now would only be taken back, or traded back at a cost. Under hold-and-alert the other leg goes on.
    private async Task<string?> Failed(PairOrder? pair, IReadOnlyList<Order> ofPair, CancellationToken ct)
    {
        if (pair is null or { Policy: LegFailurePolicy.HoldAndAlert }) return null;
        if (pair.Status != PairStatus.Working) return pair.Detail;
        // Parts are replaced, and that is no failure; without an end there is nothing to look for.
        if (!ofPair.Any(other => other.State.IsOver() && other.State != OrderState.Filled)) return null;
        var legs = PairLeg.Of(ofPair, await plans.Of(pair.ClearanceId, ct));
        return legs.Select(leg => leg.Failed).OfType<Order>().FirstOrDefault() is { } first ? PairSituation.Told(first) : null;
    }

    // Half a pair is the risk that the pair was made to avoid: one that waits, or whose venue is known to be away, holds those before it.
    private Objection? Waiting(Order order, IReadOnlyList<Order> ofPair)
    {
        foreach (var other in ofPair)
        {
            if (other is { State: OrderState.Initialized, Progress.Tries: > 0 })
                return new Objection($"Leg {other.Intent.Leg} waits: {other.Progress.Text}", IsFinal: false);
            var isToLeave = other.State is OrderState.Initialized or OrderState.Submitted && other.Intent.Purpose != OrderPurpose.Unwind;
            if (isToLeave && other.Intent.ClientOrderId != order.Intent.ClientOrderId && Away(other) is { } away)
                return away with { Cause = $"Leg {other.Intent.Leg} waits: {away.Cause}" };
        }
        return null;
    }

    // Its own venue would say so as well, a call later: when the leg before it has left.
    private Objection? Away(Order order) => board.Hindrance(order.Intent.Venue) is { } hindrance
        ? new Objection($"{order.Intent.Venue} takes nothing now: {hindrance}", IsFinal: false)
        : null;

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
