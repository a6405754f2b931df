namespace Superintel.Execution.Execution.Orders;

/// <summary>What can happen to an order.</summary>
public enum OrderTrigger
{
    /// <summary>The sender takes it up.</summary>
    Send = 1,

    /// <summary>The venue has it.</summary>
    Accept = 2,

    /// <summary>The venue refuses it.</summary>
    Reject = 3,

    /// <summary>An execution that leaves a rest.</summary>
    FillPart = 4,

    /// <summary>An execution that leaves nothing.</summary>
    FillRest = 5,

    /// <summary>We want its end.</summary>
    RequestCancel = 6,

    /// <summary>The venue will not cancel, and nothing traded so far.</summary>
    RefuseCancel = 7,

    /// <summary>The venue will not cancel, and some of it traded.</summary>
    RefuseCancelAfterFill = 8,

    /// <summary>The venue canceled it.</summary>
    Cancel = 9,

    /// <summary>Its time in force ran out.</summary>
    Expire = 10,

    /// <summary>The wire broke, or the venue timed out.</summary>
    LoseTrack = 11,

    /// <summary>After asking: the venue never had it.</summary>
    ProveNotPlaced = 12,

    /// <summary>Nothing left, and it is to be tried again.</summary>
    Defer = 13,
}
