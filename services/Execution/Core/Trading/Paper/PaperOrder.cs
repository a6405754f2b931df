using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper;

/// <summary>An order at the paper venue.</summary>
/// <param name="AcceptedAt">No price older than this may fill it.</param>
/// <param name="BarsToMiss">Bars that still go by before it can fill.</param>
/// <param name="FirstDay">The UTC day of the first bar it could trade in; null before. A DAY order ends with that day.</param>
public sealed record PaperOrder(
    OrderTicket Ticket,
    string VenueOrderId,
    DateTimeOffset AcceptedAt,
    int BarsToMiss,
    DateOnly? FirstDay,
    BrokerOrderStatus Status,
    IReadOnlyList<BrokerEvent.Filled> Fills)
{
    public Quantity Leaves => new(Math.Max(0m, Ticket.Quantity.Value - Fills.Sum(fill => fill.Quantity.Value)));

    /// <summary>Signed, units.</summary>
    public decimal NetQuantity => Ticket.Side.Sign() * Fills.Sum(fill => fill.Quantity.Value);

    public static PaperOrder Accept(OrderTicket ticket, DateTimeOffset now, int barsToMiss) => new(
        ticket,
        "paper-" + StableId.Of("paper-order", ticket.Account, ticket.ClientOrderId.Value),
        now,
        barsToMiss,
        null,
        BrokerOrderStatus.Working,
        []);

    public BrokerOrder AsBrokerOrder() => new(
        Ticket.Venue,
        Ticket.Account,
        Ticket.ClientOrderId,
        VenueOrderId,
        Ticket.Instrument,
        Ticket.Side,
        Ticket.Quantity,
        Status,
        "",
        Fills);
}
