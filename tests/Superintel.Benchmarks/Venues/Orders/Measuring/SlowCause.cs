namespace Superintel.Benchmarks.Venues.Orders.Measuring;

/// <summary>What happened between an order's call and its write, the gravest of it.</summary>
internal enum SlowCause
{
    /// <summary>Nothing that was counted.</summary>
    None = 0,

    /// <summary>Every thread stood still for the garbage collector.</summary>
    Collection = 1,

    /// <summary>It went on in another thread, which had to be woken.</summary>
    OtherThread = 2,

    /// <summary>Its processor was given to another thread or process.</summary>
    Preempted = 3,

    /// <summary>It waited, for a lock or for an answer.</summary>
    Waited = 4,

    /// <summary>Something was compiled meanwhile.</summary>
    Compiling = 5,

    /// <summary>A page of memory was used for the first time.</summary>
    PageFault = 6,
}
