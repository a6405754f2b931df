namespace Superintel.Venue.Ibkr.Session;

/// <summary>What one of TWS's numbers asks of us.</summary>
public enum TwsErrorClass
{
    /// <summary>An unknown number: an error of what it names.</summary>
    Request = 0,

    Information,

    /// <summary>A data farm is down, or only being connected: its data is stale.</summary>
    FarmDown,

    /// <summary>A data farm is there again.</summary>
    FarmUp,

    /// <summary>The gateway lost IB.</summary>
    ConnectionLost,

    /// <summary>IB is back, subscriptions are gone.</summary>
    RestoredDataLost,

    /// <summary>IB is back, subscriptions are kept.</summary>
    RestoredDataKept,

    /// <summary>The connection cannot be used any more.</summary>
    Fatal,

    OrderRejected,

    OrderCanceled,

    /// <summary>The order lives on.</summary>
    OrderWarning,

    /// <summary>TWS failed over the request and may have taken it all the same: ask.</summary>
    Doubtful,

    /// <summary>The cancel did nothing: ask what the order became.</summary>
    CancelRefused,

    /// <summary>An order id was used before: take a new one after looking.</summary>
    DuplicateOrderId,

    /// <summary>Data was asked too fast, or too much of it.</summary>
    Pacing,

    /// <summary>Data that this login does not have.</summary>
    NoPermission,

    /// <summary>The book of a subscription starts again from nothing.</summary>
    DepthReset,

    /// <summary>A data farm has nothing to do; it is there when it is asked.</summary>
    FarmIdle,
}
