using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Fills;
using Superintel.Execution.Trading;

namespace Superintel.Execution.Execution.Orders;

/// <summary>Moves an order through its table and says what to publish. Pure: the caller stores and publishes.</summary>
public static class OrderMoves
{
    /// <summary>The sender takes the order up: from now on the venue may have it.</summary>
    public static OrderChange Send(Order order, DateTimeOffset now)
    {
        var change = Move(order, OrderTrigger.Send, now, "", _ => null);
        return change with { Order = change.Order.With(change.Order.Progress with { NotBefore = null, Text = "" }) };
    }

    /// <summary>Nobody called its venue after all: it is where it was before it was taken up.</summary>
    public static Order GiveBack(Order order, string cause, DateTimeOffset now) =>
        Move(order, OrderTrigger.Defer, now, cause, _ => null).Order;

    /// <summary>We want its end. An order that never left is canceled on the spot.</summary>
    public static OrderChange RequestCancel(Order order, string cause, DateTimeOffset now) =>
        Move(order, OrderTrigger.RequestCancel, now, cause, _ => null);

    /// <summary>A requested cancel reached the venue.</summary>
    public static Order MarkCancelSent(Order order) => order.With(order.Progress with { CancelSent = true });

    /// <summary>The venue works on an order whose cancel reached it, as far as we knew: it is sent again.</summary>
    public static Order RepeatCancel(Order order) => order.With(order.Progress with { CancelSent = false });

    /// <summary>Its venue has let go of it.</summary>
    public static Order Lose(Order order, string cause) => order.With(order.Progress with { Text = cause });

    /// <summary>The venue's full record was read after its end.</summary>
    public static Order Confirm(Order order) => order.With(order.Progress with { Confirmed = true });

    /// <summary>Its venue answers, and cannot say how it stands.</summary>
    public static Order MissAnswer(Order order, DateTimeOffset now) => order.Progress.UnansweredSince is not null
        ? order
        : order.With(order.Progress with { UnansweredSince = now });

    /// <summary>Its venue says how it stands.</summary>
    public static Order HearAnswer(Order order) =>
        order.With(order.Progress with { UnansweredSince = null, UnansweredTold = false });

    /// <summary>A person hears that its venue does not say how it stands.</summary>
    public static Order TellUnanswered(Order order) => order.With(order.Progress with { UnansweredTold = true });

    /// <summary>What the venue said, fills excepted.</summary>
    public static OrderChange Hear(Order order, BrokerEvent happened) => happened switch
    {
        BrokerEvent.Accepted e => Move(order, OrderTrigger.Accept, e.At, "", _ => null, e.VenueOrderId),
        BrokerEvent.Rejected e => Move(order, OrderTrigger.Reject, e.At, e.Text, o => Refused(o, e.Code, e.Text, e.At)),
        BrokerEvent.NotPlaced e => Move(
            order, OrderTrigger.ProveNotPlaced, e.At, e.Evidence, o => OrderEvents.Rejected(o, "not-placed", e.Evidence, e.At)),
        BrokerEvent.OutcomeUnknown e => Move(
            order, OrderTrigger.LoseTrack, e.At, e.Cause, o => OrderEvents.OutcomeUnknown(o, e.Cause, e.At)),
        BrokerEvent.Canceled e => Move(order, OrderTrigger.Cancel, e.At, e.Text, _ => null),
        BrokerEvent.Expired e => Move(order, OrderTrigger.Expire, e.At, e.Text, _ => null),
        BrokerEvent.CancelRefused e => Again(Move(order, CancelRefusal(order), e.At, e.Text, _ => null), e.At),
        BrokerEvent.Deferred e => Again(Move(order, OrderTrigger.Defer, e.At, e.Text, _ => null), e.At),
        _ => throw new ArgumentException($"{happened.GetType().Name} is not a status; fills go through Fill.", nameof(happened)),
    };

    /// <summary>Its venue says something of it that cannot be: nothing moves, and a person hears of it once.</summary>
    public static OrderChange Contradict(Order order) =>
        new(order.With(order.Progress with { Contradicted = true }), [], OrderRefusal.Contradiction, false);

    /// <summary>What the ledger took of one execution: itself, its correction, or its cost.</summary>
    /// <param name="entries">In the order of the ledger, at least one.</param>
    public static OrderChange Book(Order order, IReadOnlyList<Fill> entries)
    {
        var booked = order.With(entries.Aggregate(order.Progress, (progress, entry) => progress.Plus(entry)));
        return entries switch
        {
            [{ Kind: FillKind.Commission } cost] => new OrderChange(booked, [OrderEvents.CommissionBooked(cost)], null, false),
            [{ Kind: FillKind.Execution, Quantity.IsZero: false } fill] => Fill(order, booked, fill),
            _ => OrderCorrections.Take(order, booked, entries),
        };
    }

    private static OrderChange Fill(Order order, Order filled, Fill fill)
    {
        var trigger = filled.Progress.CumulativeQuantity >= order.Intent.Quantity.Value ? OrderTrigger.FillRest : OrderTrigger.FillPart;
        var change = Move(filled, trigger, fill.At, order.Progress.Text, _ => null);
        if (change.Refusal is { } refusal)
            throw new InvalidOperationException($"A fill of {order.Intent.ClientOrderId} is refused in {order.State}: {refusal}.");
        List<IEvent> events = [.. change.Events];
        events.Insert(events.TakeWhile(e => e is OrderAccepted).Count(), OrderEvents.Filled(fill));
        return change with { Events = events, Late = order.State.IsOver() };
    }

    // A venue that will not cancel may do so later, and one that is away comes back.
    private static OrderChange Again(OrderChange change, DateTimeOffset at)
    {
        if (change.Refusal is not null) return change;
        var tries = change.Order.Progress.Tries + 1;
        var progress = change.Order.Progress with { CancelSent = false, Tries = tries, NotBefore = at + TryAgain.After(tries) };
        return change with { Order = change.Order.With(progress) };
    }

    private static OrderTrigger CancelRefusal(Order order) =>
        order.Progress.CumulativeQuantity > 0m ? OrderTrigger.RefuseCancelAfterFill : OrderTrigger.RefuseCancel;

    private static OrderRejected? Refused(Order order, string code, string text, DateTimeOffset at) =>
        order.State == OrderState.Rejected ? OrderEvents.Rejected(order, code, text, at) : null;

    private static OrderChange Move(
        Order order, OrderTrigger trigger, DateTimeOffset at, string text, Func<Order, IEvent?> own, string? venueOrderId = null)
    {
        var transition = OrderLifecycle.Of(order.State, trigger);
        if (transition.Next is not { } next) return new OrderChange(Noted(order, transition, venueOrderId), [], transition.Refusal, false);
        var wasOver = order.State.IsOver();
        var acknowledges = trigger is OrderTrigger.Accept or OrderTrigger.FillPart or OrderTrigger.FillRest;
        var isHeard = acknowledges || next.IsOver();
        var moved = order.With(order.Progress with
        {
            State = next,
            VenueOrderId = order.Progress.VenueOrderId ?? venueOrderId,
            Acknowledged = order.Progress.Acknowledged || acknowledges,
            ClosedAt = next.IsOver() ? order.Progress.ClosedAt ?? at : null,
            CancelSent = trigger != OrderTrigger.RequestCancel && order.Progress.CancelSent,
            Confirmed = order.Progress.Confirmed || IsProof(trigger, next),
            UnknownSince = next == OrderState.Unknown ? order.Progress.UnknownSince ?? at : null,
            UnansweredSince = isHeard ? null : order.Progress.UnansweredSince,
            UnansweredTold = !isHeard && order.Progress.UnansweredTold,
            Tries = trigger == OrderTrigger.Accept ? 0 : order.Progress.Tries,
            Text = text.Length > 0 ? text : order.Progress.Text,
        });
        var events = new List<IEvent>();
        if (acknowledges && !order.Progress.Acknowledged) events.Add(OrderEvents.Accepted(moved, at));
        if (own(moved) is { } happened) events.Add(happened);
        if (next.IsOver() && !wasOver) events.Add(OrderEvents.Closed(moved, at));
        return new OrderChange(moved, events, null, false);
    }

    // These ends leave no fill to be told: the order never left, or its venue refused it.
    private static bool IsProof(OrderTrigger trigger, OrderState next) =>
        next == OrderState.Rejected || (trigger == OrderTrigger.RequestCancel && next == OrderState.Canceled);

    // A fill can overtake the acknowledgement; the venue's name for the order is still worth keeping. That it spoke against itself is, too.
    private static Order Noted(Order order, OrderTransition refused, string? venueOrderId) => order.With(order.Progress with
    {
        VenueOrderId = order.Progress.VenueOrderId ?? venueOrderId,
        Contradicted = order.Progress.Contradicted || refused.Refusal == OrderRefusal.Contradiction,
    });
}
