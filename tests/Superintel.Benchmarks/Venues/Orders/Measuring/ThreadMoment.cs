using System.Diagnostics;
using System.Runtime;

namespace Superintel.Benchmarks.Venues.Orders.Measuring;

/// <summary>Where an order is: on which thread, and what has happened to that thread and to the process so far.</summary>
internal readonly record struct ThreadMoment(
    long At, int Thread, TimeSpan Paused, long Compiled, long CpuNanoseconds, NativeThread.Usage Counted, long Allocated, int Processor)
{
    public static ThreadMoment Now(long at) => new(
        at, Environment.CurrentManagedThreadId, GC.GetTotalPauseDuration(), JitInfo.GetCompiledMethodCount(),
        NativeThread.CpuTime(), NativeThread.Counted(), GC.GetAllocatedBytesForCurrentThread(),
        NativeThread.Processor());

    public static ThreadMoment Now() => Now(Stopwatch.GetTimestamp());
}
