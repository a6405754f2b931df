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

    /// <summary>Of a stop; null: the order waits for no price.</summary>
    public PaperTrigger? Trigger { get; init; }

    /// <summary>Only what came after this may trigger or fill it.</summary>
    public DateTimeOffset KnowsUntil => Latest(AcceptedAt, QuotedAt, Trigger?.At, Fills.Count > 0 ? Fills[^1].At : null);

    /// <summary>Of the types that have one, quote currency; null: any price.</summary>
    public decimal? Limit =>
        Ticket.Type is OrderType.Limit or OrderType.StopLimit or OrderType.LimitOnClose ? Ticket.LimitPrice : null;

    public bool IsImmediate => Ticket.TimeInForce == TimeInForce.ImmediateOrCancel;

    /// <summary>Trades at the session's close only.</summary>
    public bool IsAtClose => Ticket.Type is OrderType.MarketOnClose or OrderType.LimitOnClose;

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
        [])
    {
        Trigger = PaperTrigger.Of(ticket),
    };

    /// <summary>Whether a DAY order's day was before this one.</summary>
    public bool IsPast(DateOnly day) => Ticket.TimeInForce == TimeInForce.Day && day > FirstDay;

    /// <summary>Whether a good-till-date order's time was before this one.</summary>
    public bool IsOverAt(DateTimeOffset at) =>
        Status == BrokerOrderStatus.Working && Ticket.TimeInForce == TimeInForce.GoodTillDate && at > Ticket.GoodTillDate;

    /// <summary>Holds prices against what the order waits for.</summary>
    /// <param name="at">Of the bar or quote that they are from.</param>
    /// <returns>The order afterwards, and the path that it may trade on; null: it still waits.</returns>
    public (PaperOrder Order, PricePath? Path) Meet(PricePath path, DateTimeOffset at)
    {
        if (Trigger is not { IsTriggered: false } waiting) return (this, path);
        var (after, live) = waiting.Meet(Ticket, path, at);
        return (after == waiting ? this : this with { Trigger = after }, live);
    }

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

    public (PaperOrder Order, BrokerEvent? Happened) Expire(DateTimeOffset at, string why = "The order's day is over.") => (
        this with { Status = BrokerOrderStatus.Expired },
        new BrokerEvent.Expired(Ticket.ClientOrderId, at, why));

    /// <summary>Ends a good-till-date order at its own time, however late that is noticed.</summary>
    public (PaperOrder Order, BrokerEvent? Happened) ExpireAtDate() =>
        Expire(Ticket.GoodTillDate ?? AcceptedAt, "The order's date has come.");

    /// <summary>The venue finds out only now that it cannot do what it took.</summary>
    public (PaperOrder Order, BrokerEvent? Happened) Refuse(string code, string why, DateTimeOffset at) => (
        this with { Status = BrokerOrderStatus.Rejected },
        new BrokerEvent.Rejected(Ticket.ClientOrderId, at, code, why));

    /// <summary>Ends an order that had the one chance it wanted: the first price at which it could trade, or the session's close.</summary>
    public (PaperOrder Order, BrokerEvent? Happened) EndIfSpent(DateTimeOffset at)
    {
        if (Status != BrokerOrderStatus.Working || FirstDay is null || Trigger is { IsTriggered: false }) return (this, null);
        if (IsAtClose) return Expire(at, "The session closed.");
        if (!IsImmediate) return (this, null);
        return (
            this with { Status = BrokerOrderStatus.Canceled },
            new BrokerEvent.Canceled(Ticket.ClientOrderId, at, "What did not fill at once is canceled."));
    }

    /// <summary>The order as it stands at a time, whether or not a price has come since.</summary>
    public PaperOrder AsOf(DateTimeOffset now) => IsOverAt(now) ? this with { Status = BrokerOrderStatus.Expired } : this;

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

    private static DateTimeOffset Latest(DateTimeOffset first, params ReadOnlySpan<DateTimeOffset?> others)
    {
        foreach (var other in others)
            if (other > first) first = other.Value;
        return first;
    }
}
