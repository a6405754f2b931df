using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Orders;

namespace Superintel.Execution.Execution.External;

/// <summary>An external order in the words of the contracts.</summary>
internal static class ExternalOrderEvents
{
    public static ExternalOrderChanged Changed(ExternalOrder order, DateTimeOffset at) => new(
        order.Id.Value,
        order.Venue,
        order.Account,
        order.VenueOrderId,
        order.Name.Value,
        order.Instrument.ToString(),
        OrderEvents.Word(order.Side),
        order.Quantity.Value,
        order.FilledQuantity,
        order.LeavesQuantity,
        order.Status.ToString().ToLowerInvariant(),
        order.AcknowledgedBy,
        order.Version,
        at);
}
