namespace Superintel.Execution.Tests.Crash;

/// <summary>Where a process can be killed: on both sides of everything that is kept, here or at the venue.</summary>
internal enum KillMoment
{
    /// <summary>A transaction is complete and its commit does not reach the store.</summary>
    BeforeCommit = 1,

    /// <summary>The store has committed and the process never hears of it.</summary>
    AfterCommit = 2,

    /// <summary>The venue has taken an order and has not answered.</summary>
    OrderTaken = 3,

    /// <summary>The venue has traded and has not told it.</summary>
    OrderTraded = 4,

    /// <summary>The venue has canceled an order and has not told it.</summary>
    OrderCanceled = 5,
}
