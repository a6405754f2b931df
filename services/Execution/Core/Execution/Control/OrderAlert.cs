using System.Globalization;
using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.External;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Pairs;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Composite;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Control;

/// <summary>Something a person should look at; nothing is done about it by itself.</summary>
/// <param name="Code">late-fill, over-fill, fill-corrected, contradiction, foreign-order, external-order, pair-incomplete,
/// pair-overdue, pair-stuck, stray-order, order-lost, order-unanswered, halt-incomplete, venue-not-compared or
/// venue-silent.</param>
/// <param name="Subject">The client order id, the external order id, the clearance of a pair order, the venue, or "halt".</param>
public sealed record OrderAlert(string Code, string Subject, string Detail, DateTimeOffset At)
{
    public static OrderAlert Foreign(BrokerEvent happened) =>
        new("foreign-order", happened.ClientOrderId.Value, $"{happened.GetType().Name} for an order that is not ours.", happened.At);

    public static OrderAlert External(ExternalOrder order) => new(
        "external-order",
        order.Id.Value,
        $"{order.Venue} works {order.Side} {order.Quantity} {order.Instrument} ({order.Name}), which this desk did not send.",
        order.FirstSeenAt);

    public static OrderAlert NotCompared(string venue, string reason, DateTimeOffset at) =>
        new(DenialCode.VenueNotCompared, venue, $"It takes no order before its first comparison: {reason}", at);

    public static OrderAlert Silent(VenueStanding standing, DateTimeOffset at) =>
        new(DenialCode.VenueSilent, standing.Venue, $"No position is opened there: {standing}", at);

    public static OrderAlert Overdue(PairOrder pair, string detail, DateTimeOffset at) =>
        new("pair-overdue", pair.ClearanceId.Value, detail, at);

    /// <summary>Nothing can be done for it any more, and nothing is.</summary>
    public static OrderAlert Stuck(PairBrokenException broken, DateTimeOffset at) =>
        new("pair-stuck", broken.Clearance.Value, $"{broken.Message} Nothing is done for it; the others go on.", at);

    public static OrderAlert Incomplete(PairOrder pair, string detail, DateTimeOffset at) =>
        new("pair-incomplete", pair.ClearanceId.Value, detail, at);

    public static OrderAlert Stray(Order order, string theirs, DateTimeOffset at) => new(
        "stray-order",
        order.Intent.ClientOrderId.Value,
        $"{order.Intent.Venue} works it as {theirs} although it was {order.State}: it is taken back, and {order.Intent.Instrument} "
            + "takes no new risk meanwhile.",
        at);

    /// <summary>No venue will ever say what became of it.</summary>
    public static OrderAlert Lost(Order order, string cause, DateTimeOffset at) =>
        new("order-lost", order.Intent.ClientOrderId.Value, $"{order.Intent.Venue}, {order.Intent.Instrument}: {cause}", at);

    public static OrderAlert Unanswered(Order order, DateTimeOffset since, DateTimeOffset at) => new(
        "order-unanswered",
        order.Intent.ClientOrderId.Value,
        $"{order.Intent.Venue} answers, and has not said since {since.UtcDateTime:O} how it stands ({order.State}): look at the venue.",
        at);

    /// <param name="left">What may still trade, or who did not answer.</param>
    public static OrderAlert HaltIncomplete(IReadOnlyCollection<string> left, DateTimeOffset at) => new(
        "halt-incomplete", "halt", $"{left.Count} left: {string.Join("; ", left.Take(20))}", at);

    public OrderAlertRaised ToEvent() => new(
        StableId.Of("order-alert", Code, Subject, Detail, At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
        Code,
        Subject,
        Detail,
        At);

    // Its venue may say so at every look: once is enough.
    private static OrderAlert Contradiction(Order before, BrokerEvent happened) => new(
        "contradiction",
        before.Intent.ClientOrderId.Value,
        happened switch
        {
            BrokerEvent.Filled taken =>
                $"{before.Intent.Venue} told {taken.Quantity} at {taken.Price} ({taken.ExecutionId}) of it while {before.State}: that "
                + "execution is booked for another order, and nothing was booked for this one. Look at the venue.",
            BrokerEvent.NotPlaced proof =>
                $"NotPlaced came while {before.State}. {proof.Evidence} Somebody who knows better says what became of it (orders resolve).",
            _ => $"{happened.GetType().Name} came while {before.State}.",
        },
        happened.At);

    /// <returns>Null: nothing unusual.</returns>
    public static OrderAlert? Of(Order before, BrokerEvent happened, OrderChange change)
    {
        var id = before.Intent.ClientOrderId.Value;
        if (change.Refusal == OrderRefusal.Contradiction)
            return before.Progress.Contradicted ? null : Contradiction(before, happened);
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
        return change.Late && happened is BrokerEvent.Filled late
            ? new OrderAlert("late-fill", id, $"{late.Quantity} filled ({late.ExecutionId}) after it was {before.State}.", late.At)
            : null;
    }
}
