using System.Collections.Immutable;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Trading;

namespace Superintel.Execution.Execution;

/// <summary>A venue's answer about one order, as the events that should have told the same.</summary>
internal static class VenueAnswer
{
    public static ImmutableArray<BrokerEvent> AsEvents(Order order, QueryOutcome answer, DateTimeOffset now) => answer switch
    {
        QueryOutcome.Found found => AsEvents(order, found.Order, now),
        QueryOutcome.NotPlaced proof => [new BrokerEvent.NotPlaced(order.Intent.ClientOrderId, now, proof.Evidence)],
        QueryOutcome.Over over => [new BrokerEvent.Canceled(order.Intent.ClientOrderId, now, over.Evidence)],
        QueryOutcome.Unavailable unavailable when order.State == OrderState.Submitted =>
            [new BrokerEvent.OutcomeUnknown(order.Intent.ClientOrderId, now, unavailable.Cause)],
        _ => [],
    };

    private static ImmutableArray<BrokerEvent> AsEvents(Order order, BrokerOrder theirs, DateTimeOffset now)
    {
        var id = order.Intent.ClientOrderId;
        var events = ImmutableArray.CreateBuilder<BrokerEvent>();
        if (theirs.Status != BrokerOrderStatus.Rejected) events.Add(new BrokerEvent.Accepted(id, now, theirs.VenueOrderId));
        events.AddRange(theirs.Fills);
        if (theirs.Status == BrokerOrderStatus.Canceled) events.Add(new BrokerEvent.Canceled(id, now, theirs.Text));
        if (theirs.Status == BrokerOrderStatus.Expired) events.Add(new BrokerEvent.Expired(id, now, theirs.Text));
        if (theirs.Status == BrokerOrderStatus.Rejected) events.Add(new BrokerEvent.Rejected(id, now, "rejected", theirs.Text));
        return events.ToImmutable();
    }
}
