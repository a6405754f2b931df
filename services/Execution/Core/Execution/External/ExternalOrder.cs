using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Trading;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.External;

/// <summary>
/// An order that works at a venue and that this desk did not send: typed in by hand, or left by another program. It is never touched from
/// here. While it works and nobody has acknowledged it, its instrument takes no new risk.
/// </summary>
/// <param name="VenueOrderId">The venue's name; with venue, account and instrument it is the order's identity.</param>
/// <param name="Name">The client order id it carries, or one that the venue's adapter made.</param>
/// <param name="Quantity">Units.</param>
/// <param name="FilledQuantity">Units executed as far as the venue told.</param>
/// <param name="Text">The venue's words, for a person.</param>
/// <param name="AcknowledgedBy">Who said that new risk beside it is all right; null: nobody.</param>
/// <param name="Version">Counts its changes, from 1.</param>
public sealed record ExternalOrder(
    string Venue,
    string Account,
    string VenueOrderId,
    ClientOrderId Name,
    InstrumentId Instrument,
    Side Side,
    Quantity Quantity,
    decimal FilledQuantity,
    ExternalStatus Status,
    string Text,
    DateTimeOffset FirstSeenAt,
    DateTimeOffset? EndedAt,
    string? AcknowledgedBy,
    DateTimeOffset? AcknowledgedAt,
    int Version)
{
    /// <summary>How long a venue may not be able to say what became of it before it counts as gone.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(10);

    /// <summary>Since when the venue's list lacks it and the venue cannot say why; null: it is listed, or its end is known.</summary>
    public DateTimeOffset? MissingSince { get; init; }

    /// <summary>What the API calls it: a function of the venue's own name, so that it is the same after every restart.</summary>
    public ClientOrderId Id { get; } = IdOf(Venue, Account, Instrument, VenueOrderId);

    /// <summary>Units that may still trade.</summary>
    public decimal LeavesQuantity => Status == ExternalStatus.Working ? Math.Max(0m, Quantity.Value - FilledQuantity) : 0m;

    /// <summary>In the words of our own orders; unknown: it is gone and how it ended was not told.</summary>
    public OrderState State => Status switch
    {
        ExternalStatus.Working => FilledQuantity > 0m ? OrderState.PartiallyFilled : OrderState.Accepted,
        ExternalStatus.Filled => OrderState.Filled,
        ExternalStatus.Canceled => OrderState.Canceled,
        ExternalStatus.Rejected => OrderState.Rejected,
        ExternalStatus.Expired => OrderState.Expired,
        _ => OrderState.Unknown,
    };

    /// <summary>Whether its instrument takes no new risk because of it.</summary>
    public bool Blocks => Status == ExternalStatus.Working && AcknowledgedBy is null;

    public OrderReference Reference => new(Venue, Account, Name, Instrument, VenueOrderId, FirstSeenAt);

    // Binance counts its orders per symbol, so the instrument belongs to the identity.
    public static ClientOrderId IdOf(string venue, string account, InstrumentId instrument, string venueOrderId) =>
        new("external-" + StableId.Of("external-order", venue, account, instrument.ToString(), venueOrderId));

    public static ClientOrderId IdOf(BrokerOrder theirs) =>
        IdOf(theirs.Venue, theirs.Account, theirs.Instrument, theirs.VenueOrderId);

    public static ExternalOrder Adopt(BrokerOrder theirs, DateTimeOffset now) => new(
        theirs.Venue,
        theirs.Account,
        theirs.VenueOrderId,
        theirs.ClientOrderId,
        theirs.Instrument,
        theirs.Side,
        theirs.Quantity,
        Executed(theirs),
        ExternalStatus.Working,
        theirs.Text,
        now,
        null,
        null,
        null,
        1);

    /// <summary>Takes over the venue's newest word.</summary>
    /// <returns>The same when there is nothing new in it.</returns>
    public ExternalOrder Hear(BrokerOrder theirs, DateTimeOffset now)
    {
        var status = Word(theirs.Status);
        var heard = this with
        {
            Side = theirs.Side,
            Quantity = theirs.Quantity,
            FilledQuantity = Math.Max(FilledQuantity, Executed(theirs)),
            Status = status,
            EndedAt = status == ExternalStatus.Working ? null : EndedAt ?? now,
            // What was acknowledged is the order as it was: a larger one, or the other way round, is another risk.
            AcknowledgedBy = Grew(theirs) ? null : AcknowledgedBy,
            AcknowledgedAt = Grew(theirs) ? null : AcknowledgedAt,
        };
        return heard == this
            ? this with { MissingSince = null }
            : heard with { Text = theirs.Text, MissingSince = null, Version = Version + 1 };
    }

    /// <summary>The venue works it no longer and has no more to say of it.</summary>
    public ExternalOrder Leave(DateTimeOffset now) => Status == ExternalStatus.Working
        ? this with { Status = ExternalStatus.Gone, EndedAt = now, MissingSince = null, Version = Version + 1 }
        : this;

    /// <summary>
    /// The venue's list lacks it, and asked for it the venue did not say. That may pass: a limit of requests, a connection that broke.
    /// Only when it lasts does the list speak for it.
    /// </summary>
    public ExternalOrder Miss(DateTimeOffset now) =>
        now - (MissingSince ?? now) >= Silence ? Leave(now) : this with { MissingSince = MissingSince ?? now };

    /// <summary>A person has seen it and lets the desk take new risk beside it.</summary>
    public ExternalOrder Acknowledge(string by, DateTimeOffset now) =>
        Blocks ? this with { AcknowledgedBy = by, AcknowledgedAt = now, Version = Version + 1 } : this;

    private bool Grew(BrokerOrder theirs) => theirs.Side != Side || theirs.Quantity.Value > Quantity.Value;

    private static decimal Executed(BrokerOrder theirs) => theirs.Fills.Sum(fill => fill.Quantity.Value);

    private static ExternalStatus Word(BrokerOrderStatus status) => status switch
    {
        BrokerOrderStatus.Working => ExternalStatus.Working,
        BrokerOrderStatus.Filled => ExternalStatus.Filled,
        BrokerOrderStatus.Canceled => ExternalStatus.Canceled,
        BrokerOrderStatus.Rejected => ExternalStatus.Rejected,
        _ => ExternalStatus.Expired,
    };
}
