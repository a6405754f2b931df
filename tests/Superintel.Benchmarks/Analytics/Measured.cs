using System.Diagnostics;

namespace Superintel.Benchmarks.Analytics;

/// <summary>Wall-clock time of a repeated call: the least of several runs, which is the one that was disturbed least.</summary>
internal static class Measured
{
    public static double Seconds(Action call, int runs)
    {
        double least = double.PositiveInfinity;
        call();
        for (int i = 0; i < runs; i++)
        {
            long start = Stopwatch.GetTimestamp();
            call();
            least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return least;
    }
}
