namespace Superintel.Execution.Execution.Orders;

/// <summary>Where an order stands. The allowed moves are the table of <see cref="OrderLifecycle"/>, rendered in docs/orders.md.</summary>
public enum OrderState
{
    /// <summary>The intent is stored; nothing left.</summary>
    Initialized = 1,

    /// <summary>On its way: from here on the venue may have it.</summary>
    Submitted = 2,

    /// <summary>The venue works it.</summary>
    Accepted = 3,

    /// <summary>Some of it traded, the rest works.</summary>
    PartiallyFilled = 4,

    /// <summary>All of it traded.</summary>
    Filled = 5,

    /// <summary>Its end is asked for; it may still trade.</summary>
    PendingCancel = 6,

    /// <summary>Ended before it was filled, on request or by the venue.</summary>
    Canceled = 7,

    /// <summary>The venue refused it, with proof.</summary>
    Rejected = 8,

    /// <summary>Its time in force ran out.</summary>
    Expired = 9,

    /// <summary>Nobody knows whether the venue has it: full exposure, and its instrument is blocked until the venue has answered.</summary>
    Unknown = 10,
}
