using System.Globalization;
using Superintel.Execution.Trading.Paper.Models;
using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper;

/// <summary>An order at the paper venue.</summary>
/// <param name="AcceptedAt">No price older than this may fill it.</param>
/// <param name="BarsToMiss">Bars that still go by before it can fill; quotes wait for time instead.</param>
/// <param name="FirstDay">The UTC day of the first price it could trade at; null before. A DAY order ends with that day.</param>
public sealed record PaperOrder(
    OrderTicket Ticket,
    string VenueOrderId,
    DateTimeOffset AcceptedAt,
    int BarsToMiss,
    DateOnly? FirstDay,
    BrokerOrderStatus Status,
    IReadOnlyList<BrokerEvent.Filled> Fills)
{
    /// <summary>The last quote that filled it, or an order beside it at the same touch; null: bars only. Neither it nor anything before it
    /// may fill the order again.</summary>
    public DateTimeOffset? QuotedAt { get; init; }

    /// <summary>Only what came after this may fill it.</summary>
    public DateTimeOffset KnowsUntil => QuotedAt > AcceptedAt ? QuotedAt.Value : AcceptedAt;

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

    /// <summary>Whether a DAY order's day was before this one.</summary>
    public bool IsPast(DateOnly day) => Ticket.TimeInForce == TimeInForce.Day && day > FirstDay;

    /// <summary>Its execution id is a function of the order, the time and what was filled before: played again it is the same.</summary>
    public (PaperOrder Order, BrokerEvent? Happened) Fill(Quantity quantity, decimal price, DateTimeOffset at, IFeeModel fees)
    {
        var before = Fills.Sum(fill => fill.Quantity.Value).ToString("0.############", CultureInfo.InvariantCulture);
        var time = at.UtcDateTime.ToString("O");
        var execution = "x" + StableId.Of("paper-execution", Ticket.Account, Ticket.ClientOrderId.Value, time, before);
        var commission = new Money(fees.Commission(price, quantity), Ticket.Currency);
        var fill = new BrokerEvent.Filled(Ticket.ClientOrderId, at, execution, quantity, price, commission);
        var after = this with { Fills = [.. Fills, fill] };
        return (after.Leaves.IsZero ? after with { Status = BrokerOrderStatus.Filled } : after, fill);
    }

    public (PaperOrder Order, BrokerEvent? Happened) Expire(DateTimeOffset at) => (
        this with { Status = BrokerOrderStatus.Expired },
        new BrokerEvent.Expired(Ticket.ClientOrderId, at, "The order's day is over."));

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
