using System.Collections.Immutable;
using Superintel.Execution.Execution;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Trading;
using Superintel.Kernel;

namespace Superintel.Execution.Reconciliation;

/// <summary>
/// Compares our open orders with the venues' records of them and takes over what was missed. Run twice, the second run changes
/// nothing.
/// </summary>
public sealed class ReconcileOrders(IOrderBook orders, AskVenue ask, ApplyBrokerEvent apply)
{
    /// <summary>All states in which the venue may know more than we do.</summary>
    public static readonly IReadOnlyCollection<OrderState> Open =
        [OrderState.Submitted, OrderState.Accepted, OrderState.PartiallyFilled, OrderState.PendingCancel, OrderState.Unknown];

    /// <summary>The states in which we do not even know whether the venue has it.</summary>
    public static readonly IReadOnlyCollection<OrderState> Unresolved = [OrderState.Submitted, OrderState.Unknown];

    /// <summary>The states in which the venue has it: what the continuous comparison asks for, whatever is on its way just now.</summary>
    public static readonly IReadOnlyCollection<OrderState> Working =
        [OrderState.Accepted, OrderState.PartiallyFilled, OrderState.PendingCancel];

    /// <returns>How many were asked for, which of them moved, and whose venue gave no answer.</returns>
    public async Task<(int Asked, ImmutableArray<ClientOrderId> Changed, ImmutableArray<ClientOrderId> Unanswered)> Handle(
        IReadOnlyList<Order> asked, CancellationToken ct)
    {
        var changed = ImmutableArray.CreateBuilder<ClientOrderId>();
        var unanswered = ImmutableArray.CreateBuilder<ClientOrderId>();
        foreach (var order in asked)
        {
            if (await ask.Handle(order, ct) is not { } told)
            {
                unanswered.Add(order.Intent.ClientOrderId);
                continue;
            }
            var moved = false;
            foreach (var happened in told) moved |= await apply.Handle(happened, ct) is ApplyOutcome.Applied or ApplyOutcome.AppliedLate;
            if (moved) changed.Add(order.Intent.ClientOrderId);
            if (order.Progress.UnansweredSince is not null) await Hear(order.Intent.ClientOrderId, ct);
            if (order is { State: OrderState.PendingCancel, Progress.CancelSent: true }) await Insist(order.Intent.ClientOrderId, told, ct);
        }
        return (asked.Count, changed.ToImmutable(), unanswered.ToImmutable());
    }

    private async Task Hear(ClientOrderId id, CancellationToken ct)
    {
        if (await orders.Find(id, ct) is { Progress.UnansweredSince: not null } still) await orders.Save(OrderMoves.HearAnswer(still), ct);
    }

    // A cancel that was never answered may never have been heard: where the venue says that the order works on, it is sent again. Canceling
    // twice does no harm.
    private async Task Insist(ClientOrderId id, IEnumerable<BrokerEvent> told, CancellationToken ct)
    {
        if (!told.Any(happened => happened is BrokerEvent.Accepted)) return;
        if (await orders.Find(id, ct) is { State: OrderState.PendingCancel } still) await orders.Save(OrderMoves.RepeatCancel(still), ct);
    }
}
