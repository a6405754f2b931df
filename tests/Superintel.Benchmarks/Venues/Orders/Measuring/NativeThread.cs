using System.Runtime.InteropServices;

namespace Superintel.Benchmarks.Venues.Orders.Measuring;

/// <summary>What Linux has counted of the calling thread.</summary>
internal static class NativeThread
{
    private const int ThisThread = 1; // RUSAGE_THREAD
    private const int WhenIdle = 5; // SCHED_IDLE
    private const int ThreadClock = 3; // CLOCK_THREAD_CPUTIME_ID

    /// <summary>Time on a processor, nanoseconds.</summary>
    public static long CpuTime() => clock_gettime(ThreadClock, out var time) == 0 ? (time.Seconds * 1_000_000_000) + time.Nanoseconds : 0;

    /// <summary>From here on the calling thread runs only when nothing else wants its processor.</summary>
    public static void GiveWay()
    {
        var none = 0;
        _ = sched_setscheduler(0, WhenIdle, ref none);
    }

    /// <summary>The number of the processor that it runs on.</summary>
    public static int Processor() => sched_getcpu();

    public static Usage Counted() => getrusage(ThisThread, out var usage) == 0 ? usage : default;

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int sched_getcpu();

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int clock_gettime(int clock, out Time time);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int getrusage(int who, out Usage usage);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int sched_setscheduler(int thread, int policy, ref int priority);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }

    /// <summary>struct rusage of 64-bit Linux, what is looked at of it.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 144)]
    public readonly struct Usage
    {
        /// <summary>Pages that were mapped on first use.</summary>
        [FieldOffset(64)]
        public readonly long Faults;

        /// <summary>Times that it waited for something.</summary>
        [FieldOffset(128)]
        public readonly long Waits;

        /// <summary>Times that another thread was given its processor.</summary>
        [FieldOffset(136)]
        public readonly long Preemptions;
    }
}
