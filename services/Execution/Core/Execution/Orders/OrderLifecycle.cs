using static Superintel.Execution.Execution.Orders.OrderRefusal;
using static Superintel.Execution.Execution.Orders.OrderState;

namespace Superintel.Execution.Execution.Orders;

/// <summary>
/// The order state machine: one row per state, one cell per trigger. Fills are believed in every state, even in closed ones and in one
/// that never left (a store brought back from a backup): the venue's executions are facts, its statuses are opinions.
/// </summary>
public static class OrderLifecycle
{
    public static readonly IReadOnlyList<OrderState> States = Enum.GetValues<OrderState>();

    public static readonly IReadOnlyList<OrderTrigger> Triggers = Enum.GetValues<OrderTrigger>();

    private const OrderState Partial = PartiallyFilled;
    private const OrderState Pending = PendingCancel;

    // Columns in the order of the triggers: Send, Accept, Reject, FillPart, FillRest, RequestCancel, RefuseCancel, RefuseCancelAfterFill,
    // Cancel, Expire, LoseTrack, ProveNotPlaced, Defer. The same table is rendered in docs/orders.md.
    private static readonly object[][] Rows =
    [
        /* Initialized */
        [Submitted, NotSent, NotSent, Partial, Filled, Canceled, NotSent, NotSent, NotSent, NotSent, NotSent, NotSent, NotSent],
        /* Submitted */
        [InFlight, Accepted, Rejected, Partial, Filled, InFlight, Stale, Stale, Canceled, Expired, Unknown, Rejected, Initialized],
        /* Accepted */ [Stale, Stale, Rejected, Partial, Filled, Pending, Stale, Stale, Canceled, Expired, Stale, Contradiction, Stale],
        /* PartiallyFilled */
        [Stale, Stale, Canceled, Partial, Filled, Pending, Stale, Stale, Canceled, Expired, Stale, Contradiction, Stale],
        /* Filled */ [Closed, Stale, Closed, Filled, Filled, Closed, Closed, Closed, Closed, Closed, Closed, Contradiction, Closed],
        /* PendingCancel */
        [Stale, Stale, Canceled, Pending, Filled, Stale, Accepted, Partial, Canceled, Expired, Stale, Contradiction, Stale],
        /* Canceled */ [Closed, Stale, Closed, Canceled, Filled, Closed, Closed, Closed, Stale, Closed, Closed, Closed, Closed],
        /* Rejected */ [Closed, Contradiction, Stale, Canceled, Filled, Closed, Closed, Closed, Closed, Closed, Closed, Stale, Closed],
        /* Expired */ [Closed, Stale, Closed, Expired, Filled, Closed, Closed, Closed, Closed, Stale, Closed, Closed, Closed],
        /* Unknown */ [InFlight, Accepted, Rejected, Partial, Filled, InFlight, Stale, Stale, Canceled, Expired, Stale, Rejected, Stale],
    ];

    public static OrderTransition Of(OrderState state, OrderTrigger trigger) => Rows[(int)state - 1][(int)trigger - 1] switch
    {
        OrderState next => OrderTransition.To(next),
        var refusal => OrderTransition.Refuse((string)refusal),
    };

    /// <summary>True for the states that only a fill can still change.</summary>
    public static bool IsOver(this OrderState state) => state is Filled or Canceled or Rejected or Expired;

    /// <summary>True while the venue works the order, as far as is known.</summary>
    public static bool IsWorking(this OrderState state) => state is Accepted or PartiallyFilled or PendingCancel;
}
