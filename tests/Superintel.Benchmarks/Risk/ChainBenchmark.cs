using System.Diagnostics;
using Superintel.Risk.Verdicts;

namespace Superintel.Benchmarks.Risk;

/// <summary>The whole pre-trade chain on one core: every call's own time, since the goal is a percentile.</summary>
internal static class ChainBenchmark
{
    private const double GoalMicroseconds = 200;

    public static int Run(TextWriter output, bool quick)
    {
        var make = ChainUniverse.Make();
        var verdict = VerdictChain.Decide(make());
        if (!verdict.Cleared)
        {
            output.WriteLine($"the entry was vetoed: {string.Join(", ", verdict.Reasons.Select(reason => reason.Detail))}");
            return 1;
        }

        var (calls, loops, sink) = (new double[quick ? 2_000 : 20_000], new double[quick ? 2_000 : 20_000], 0.0);
        for (var i = 0; i < calls.Length / 2; i++) VerdictChain.Decide(make());
        var (allocated, collections) = (0L, GC.CollectionCount(0));
        for (var i = 0; i < calls.Length; i++)
        {
            var input = make();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            VerdictChain.Decide(input);
            calls[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            allocated += GC.GetAllocatedBytesForCurrentThread() - before;
            start = Stopwatch.GetTimestamp();
            sink += ReferenceLoop.Run();
            loops[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        Report(output, calls, loops, verdict.Stages.Length, allocated / calls.Length, GC.CollectionCount(0) - collections);
        Stages(output, make, calls.Length / 4);
        return double.IsNaN(sink) ? 1 : 0;
    }

    // The loop in between takes about as long and cannot be disturbed by anything but the machine: its tail is the machine's.
    private static void Report(TextWriter output, double[] calls, double[] loops, int stages, long allocated, int collections)
    {
        var quietest = calls.Chunk(calls.Length / 10).Min(tenth => At([.. tenth.Order()], 0.99));
        Array.Sort(calls);
        Array.Sort(loops);
        var verdict = At(calls, 0.99) < GoalMicroseconds ? "met" : "MISSED";
        output.WriteLine(
            $"pre-trade chain, {stages} stages, 100 positions, 1,000 days, 20-level books, {calls.Length:N0} calls: "
            + $"{Tail(calls)}, of the quietest tenth {quietest:F0} us   goal p99 under {GoalMicroseconds:F0} us   {verdict}");
        output.WriteLine($"  {allocated / 1024} KiB a call, {collections} collections in all");
        output.WriteLine(
            $"  the reference loop between them: {Tail(loops)}   chain / reference at the median {At(calls, 0.5) / At(loops, 0.5):F2}");
    }

    private static string Tail(double[] sorted) =>
        $"median {At(sorted, 0.5):F0} us, p95 {At(sorted, 0.95):F0} us, p99 {At(sorted, 0.99):F0} us";

    private static double At(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];

    // What several stages need is computed by the first of them that asks.
    private static void Stages(TextWriter output, Func<VerdictInput> make, int calls)
    {
        var times = VerdictChain.Stages.Select(_ => new double[calls]).ToArray();
        for (var i = 0; i < calls; i++)
        {
            var (input, findings) = (make(), new Findings());
            for (var stage = 0; stage < times.Length; stage++)
            {
                var start = Stopwatch.GetTimestamp();
                VerdictChain.Stages[stage].Examine(input, findings);
                times[stage][i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            }
        }

        foreach (var (stage, own) in times.Index())
        {
            Array.Sort(own);
            output.WriteLine($"  {VerdictChain.Stages[stage].Name,-18}median {own[calls / 2],6:F1} us");
        }
    }
}
