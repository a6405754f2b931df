using System.Runtime.InteropServices;

namespace Superintel.Benchmarks.Venues.Orders.Apart;

/// <summary>
/// The venue keeps to the last processor: the fleet's venues are remote, and what one does with an order is not done in front of the next
/// by whichever processor has just sent it.
/// </summary>
internal static class Processors
{
    private const int Words = 16; // 1,024 processors

    /// <summary>What the action starts, runs on the last of this thread's processors only. With one processor: there.</summary>
    public static T OnTheLast<T>(Func<T> action)
    {
        var all = new ulong[Words];
        if (sched_getaffinity(0, Words * sizeof(ulong), all) < 0) return action();
        var last = new ulong[Words];
        var word = Array.FindLastIndex(all, bits => bits != 0);
        last[word] = 1UL << (63 - (int)ulong.LeadingZeroCount(all[word]));
        if (sched_setaffinity(0, Words * sizeof(ulong), last) < 0) return action();
        try
        {
            return action();
        }
        finally
        {
            // It was this thread's before.
            _ = sched_setaffinity(0, Words * sizeof(ulong), all);
        }
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int sched_getaffinity(int thread, nint size, [Out] ulong[] mask);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int sched_setaffinity(int thread, nint size, [In] ulong[] mask);
}
