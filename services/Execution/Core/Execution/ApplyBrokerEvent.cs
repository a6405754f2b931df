using Superintel.Contracts.Events;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Fills;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Trading;
using Superintel.Kernel;

namespace Superintel.Execution.Execution;

/// <summary>Takes in what a venue says, however often and in whatever order it says it.</summary>
public sealed class ApplyBrokerEvent(IOrderBook orders, IFillLedger ledger, AdvancePair advance, IEvents events, IOrderAlerts alerts)
{
    public async Task<ApplyOutcome> Handle(BrokerEvent happened, CancellationToken ct)
    {
        if (await orders.Find(happened.ClientOrderId, ct) is not { } order)
        {
            await alerts.Raise(OrderAlert.Foreign(happened), ct);
            return ApplyOutcome.Foreign;
        }
        var change = await Change(order, happened, ct);
        if (change is null) return ApplyOutcome.Ignored;
        if (change.Order != order) await orders.Save(change.Order, ct);
        foreach (var told in change.Events) await events.Publish(told, ct);
        if (change.Refusal is null) await advance.Handle(order.Intent.ClearanceId, ct);
        if (OrderAlert.Of(order, happened, change) is { } alert) await alerts.Raise(alert, ct);
        return change switch
        {
            { Refusal: OrderRefusal.Contradiction } => ApplyOutcome.Contradiction,
            { Refusal: not null } => ApplyOutcome.Ignored,
            { Late: true } => ApplyOutcome.AppliedLate,
            _ => ApplyOutcome.Applied,
        };
    }

    /// <returns>Null: the ledger says of this execution what the venue says, or something newer. A contradiction: it says so of another
    /// order.</returns>
    private async Task<OrderChange?> Change(Order order, BrokerEvent happened, CancellationToken ct)
    {
        if (happened is not BrokerEvent.Filled filled) return OrderMoves.Hear(order, happened);
        var entries = FillBooking.Of(order, await ledger.Of(order.Intent.ClientOrderId, ct), filled);
        if (entries.IsEmpty) return null;
        if (!await ledger.Append(entries[0], ct))
            return await IsBooked(order, filled, ct) ? null : OrderMoves.Contradict(order); // another order has this execution's id
        foreach (var entry in entries.Skip(1))
        {
            if (await ledger.Append(entry, ct)) continue;
            throw new InvalidOperationException($"Revision {entry.Revision} of {entry.ExecutionId} is booked for another order.");
        }
        return OrderMoves.Book(order, entries);
    }

    private async Task<bool> IsBooked(Order order, BrokerEvent.Filled filled, CancellationToken ct) =>
        (await ledger.Of(order.Intent.ClientOrderId, ct)).Any(entry => entry.ExecutionId == filled.ExecutionId);
}
