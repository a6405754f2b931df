using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.External;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Pairs;
using Superintel.Execution.Trading;

namespace Superintel.Execution.Execution.Control;

/// <summary>Something a person should look at; nothing is done about it by itself.</summary>
/// <param name="Code">late-fill, over-fill, fill-corrected, contradiction, foreign-order, external-order or pair-incomplete.</param>
/// <param name="Subject">The client order id, the external order id, or the clearance of a pair order.</param>
public sealed record OrderAlert(string Code, string Subject, string Detail, DateTimeOffset At)
{
    public static OrderAlert Foreign(BrokerEvent happened) =>
        new("foreign-order", happened.ClientOrderId.Value, $"{happened.GetType().Name} for an order that is not ours.", happened.At);

    public static OrderAlert External(ExternalOrder order) => new(
        "external-order",
        order.Id.Value,
        $"{order.Venue} works {order.Side} {order.Quantity} {order.Instrument} ({order.Name}), which this desk did not send.",
        order.FirstSeenAt);

    public static OrderAlert Incomplete(PairOrder pair, string detail, DateTimeOffset at) =>
        new("pair-incomplete", pair.ClearanceId.Value, detail, at);

    /// <returns>Null: nothing unusual.</returns>
    public static OrderAlert? Of(Order before, BrokerEvent happened, OrderChange change)
    {
        var (id, word) = (before.Intent.ClientOrderId.Value, happened.GetType().Name);
        if (change.Refusal == OrderRefusal.Contradiction)
            return new OrderAlert("contradiction", id, $"{word} came while {before.State}.", happened.At);
        if (change.Events.OfType<FillCorrected>().FirstOrDefault() is { } told)
        {
            var detail = $"{told.ExecutionId} was {told.ReplacedQuantity} at {told.ReplacedPrice}, is {told.Quantity} at {told.Price}.";
            return new OrderAlert("fill-corrected", id, detail, told.OccurredAt);
        }
        if (change.Order.Progress.CumulativeQuantity > before.Intent.Quantity.Value && happened is BrokerEvent.Filled)
        {
            var filled = $"{change.Order.Progress.CumulativeQuantity} of {before.Intent.Quantity} filled.";
            return new OrderAlert("over-fill", id, filled, happened.At);
        }
        return change.Late ? new OrderAlert("late-fill", id, $"Filled after it was {before.State}.", happened.At) : null;
    }
}
