using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Fills;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Resolving;

/// <summary>
/// A person enters an execution of an order of which its venue can tell no more. The venue is asked first. It goes into the ledger like any
/// other, once per order and key; other numbers under the same key reverse what stood.
/// </summary>
public sealed class EnterFill(
    IBroker broker, IOrderBook orders, IFillLedger ledger, ApplyBrokerEvent apply, IEvents events, TimeProvider clock)
{
    /// <param name="corrects">What stands under the key may be replaced.</param>
    public async Task<EnterFillOutcome> Handle(
        ClientOrderId id, TypedFill fill, bool corrects, string by, string reason, CancellationToken ct)
    {
        if (await orders.Find(id, ct) is not { } order) return new EnterFillOutcome.NotFound();
        if (order.State == OrderState.Initialized) return new EnterFillOutcome.NotSent();
        var name = fill.ExecutionId(id);
        var standing = (await ledger.Of(id, ct)).Where(entry => entry.ExecutionId == name && entry.Kind == FillKind.Execution)
            .MaxBy(entry => entry.Revision);
        if (standing is not null && IsSame(standing, fill)) return new EnterFillOutcome.Entered(order);
        if (standing is not null && !corrects) return new EnterFillOutcome.Differs(standing.Quantity.Value, standing.Price);
        if (standing is null && fill.Quantity == 0m) return new EnterFillOutcome.NothingEntered();
        var now = clock.GetUtcNow();
        if (Objection(order, fill, standing, now) is { } why) return new EnterFillOutcome.Impossible(why);
        if (await broker.Ask(order.Reference, ct) is not QueryOutcome.Unavailable silent) return new EnterFillOutcome.VenueKnows();

        var revision = (standing?.Revision ?? 0) + 1;
        await events.Publish(
            new OrderResolved(
                id.Value, order.Intent.DecisionId.Value, order.Intent.PairId.ToString(), "filled", by, reason, silent.Cause, now,
                $"{name}/{revision}"),
            ct);
        await apply.Handle(
            new BrokerEvent.Filled(id, fill.At, name, new Quantity(fill.Quantity), fill.Price, fill.Commission)
            {
                Revision = revision,
            },
            ct);
        return new EnterFillOutcome.Entered(await orders.Find(id, ct) ?? order);
    }

    private static bool IsSame(Fill standing, TypedFill fill) =>
        (standing.Quantity.Value, standing.Price, standing.Commission, standing.At)
            == (fill.Quantity, fill.Price, fill.Commission, fill.At);

    private static string? Objection(Order order, TypedFill fill, Fill? standing, DateTimeOffset now)
    {
        var left = order.Intent.Quantity.Value - order.Progress.CumulativeQuantity + (standing?.Quantity.Value ?? 0m);
        return fill switch
        {
            { Quantity: < 0m } => "A quantity is not below zero; the order has the side.",
            _ when order.Intent.LotSize > 0m && fill.Quantity % order.Intent.LotSize != 0m =>
                $"{fill.Quantity} is not whole lots of {order.Intent.LotSize}.",
            _ when fill.Quantity > left => $"{fill.Quantity} is more than the {left} that are open of {order.Intent.Quantity}.",
            { Price: <= 0m } => "A price is above zero.",
            _ when fill.At < order.Intent.CreatedAt => $"It cannot have traded before {order.Intent.CreatedAt.UtcDateTime:O}.",
            _ when fill.At > now => "It cannot have traded later than now.",
            _ => null,
        };
    }
}
