namespace Superintel.Venue.Binance.Messages;

/// <summary>An order's standing at Binance.</summary>
public enum OrderStatus
{
    /// <summary>A word this version does not know: ask, never guess.</summary>
    Unrecognised = 0,
    New,
    PendingNew,
    PartiallyFilled,
    Filled,
    Canceled,
    PendingCancel,
    Rejected,
    Expired,
    ExpiredInMatch,
}
