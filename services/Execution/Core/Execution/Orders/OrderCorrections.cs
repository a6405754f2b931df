using Superintel.Contracts.Events;
using Superintel.Execution.Execution.Fills;

namespace Superintel.Execution.Execution.Orders;

/// <summary>
/// Where an order stands after the venue corrected one of its executions: by its sums, as if the corrected numbers had come first. An order
/// that is over stays over, since no venue works again what a correction took away.
/// </summary>
internal static class OrderCorrections
{
    /// <param name="before">Without the entries.</param>
    /// <param name="booked">With them in its sums.</param>
    /// <param name="entries">The execution as it stands now; before it the reversal of what stood, if something did.</param>
    public static OrderChange Take(Order before, Order booked, IReadOnlyList<Fill> entries)
    {
        var (fill, wasOver) = (entries[^1], before.State.IsOver());
        var next = Next(before.State, booked.Progress.CumulativeQuantity, before.Intent.Quantity.Value);
        var after = booked.With(booked.Progress with
        {
            State = next,
            Acknowledged = true,
            ClosedAt = next.IsOver() ? before.Progress.ClosedAt ?? fill.At : null,
        });
        var events = new List<IEvent>();
        if (!before.Progress.Acknowledged) events.Add(OrderEvents.Accepted(after, fill.At));
        if (entries is [{ Kind: FillKind.Reversal } replaced, _]) events.Add(OrderEvents.Corrected(after, replaced, fill));
        if (next.IsOver() && !wasOver) events.Add(OrderEvents.Closed(after, fill.At));
        return new OrderChange(after, events, null, false);
    }

    private static OrderState Next(OrderState state, decimal filled, decimal quantity) => state switch
    {
        _ when filled >= quantity => OrderState.Filled,
        OrderState.Filled or OrderState.Rejected => OrderState.Canceled,
        OrderState.Canceled or OrderState.Expired or OrderState.PendingCancel => state,
        _ => filled > 0m ? OrderState.PartiallyFilled : OrderState.Accepted,
    };
}
