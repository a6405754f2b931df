using System.Diagnostics;

namespace Superintel.Benchmarks.Venues.Orders.Measuring;

/// <summary>One order's way, and the bare write after it. Microseconds.</summary>
/// <param name="Begun">Until the last write began: the adapter's own.</param>
/// <param name="Written">Until it ended.</param>
/// <param name="Bare">The same bytes with one system call.</param>
/// <param name="Allocated">Bytes, until the write began; not a number when it changed threads.</param>
/// <param name="Processor">Where the write began.</param>
/// <param name="OnCpu">Of <paramref name="Begun"/>, on a processor; not a number when it changed threads.</param>
internal readonly record struct OrderTiming(double Begun, double Written, double Bare, double OnCpu, SlowCause Cause, double Allocated,
    int Processor)
{
    public static OrderTiming Of(ThreadMoment start, ThreadMoment begun, double writing, double bare)
    {
        var until = Stopwatch.GetElapsedTime(start.At, begun.At).TotalMicroseconds;
        var cpu = start.Thread == begun.Thread ? (begun.CpuNanoseconds - start.CpuNanoseconds) / 1e3 : double.NaN;
        var allocated = start.Thread == begun.Thread ? begun.Allocated - start.Allocated : double.NaN;
        return new OrderTiming(until, until + writing, bare, cpu, CauseOf(start, begun), allocated, begun.Processor);
    }

    private static SlowCause CauseOf(ThreadMoment start, ThreadMoment begun)
    {
        if (begun.Paused > start.Paused) return SlowCause.Collection;
        if (begun.Thread != start.Thread) return SlowCause.OtherThread;
        if (begun.Counted.Preemptions > start.Counted.Preemptions) return SlowCause.Preempted;
        if (begun.Counted.Waits > start.Counted.Waits) return SlowCause.Waited;
        if (begun.Compiled > start.Compiled) return SlowCause.Compiling;
        return begun.Counted.Faults > start.Counted.Faults ? SlowCause.PageFault : SlowCause.None;
    }
}
