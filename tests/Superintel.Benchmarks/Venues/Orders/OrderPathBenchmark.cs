using System.Diagnostics;
using Superintel.Benchmarks.Risk;
using Superintel.Execution.Trading;

namespace Superintel.Benchmarks.Venues.Orders;

/// <summary>
/// From the call of an adapter with a stored intent to its last byte handed to the socket, each order's own time. Real adapters, TCP over
/// loopback, the simulated venue in the same process: on a machine with few cores the system call that writes also wakes the venue, so that
/// the time until it begins is told too.
/// </summary>
internal static class OrderPathBenchmark
{
    private const double GoalMicroseconds = 50;

    public static async Task<bool> Run(TextWriter output, bool quick)
    {
        var (warm, calls) = quick ? (200, 400) : (1_500, 3_000);
        var met = true;
        foreach (var start in new Func<Task<OrderDesk>>[]
            { OrderDesks.Ibkr, () => OrderDesks.Binance("hmac"), () => OrderDesks.Binance("ed25519"), OrderDesks.Mt4 })
        {
            var desk = await start();
            met &= await Measure(output, desk, warm, calls);
            await desk.End();
        }

        return met;
    }

    private static async Task<bool> Measure(TextWriter output, OrderDesk desk, int warm, int calls)
    {
        var (written, begun, loops, sink) = (new double[calls], new double[calls], new double[calls], 0.0);
        for (var n = 0; n < warm; n++) await Send(desk, n);
        for (var n = 0; n < calls; n++)
        {
            (begun[n], written[n]) = await Send(desk, warm + n);
            var start = Stopwatch.GetTimestamp();
            sink += ReferenceLoop.Run();
            loops[n] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        var quietest = written.Chunk(calls / 10).Min(tenth => At([.. tenth.Order()], 0.99));
        Array.Sort(written);
        var met = At(written, 0.99) < GoalMicroseconds && !double.IsNaN(sink);
        output.WriteLine(
            $"  {desk.Name,-17}{Tail(written)}, p99 of the quietest tenth {quietest:F0} us   goal p99 under {GoalMicroseconds:F0} us   "
            + (met ? "met" : "MISSED"));
        output.WriteLine($"    until the write begins {Tail(begun.Order())}; the reference loop between them {Tail(loops.Order())}");
        return met;
    }

    private static async Task<(double Begun, double Written)> Send(OrderDesk desk, int n)
    {
        desk.Clock.Skip(desk.Apart);
        var ticket = desk.Ticket(n);
        var start = Stopwatch.GetTimestamp();
        var outcome = await desk.Broker.Submit(ticket, CancellationToken.None);
        if (outcome is not SubmitOutcome.Accepted) throw new InvalidOperationException($"{desk.Name}, order {n}: {outcome}");
        if (NotingStream.LastWritten < start) throw new InvalidOperationException($"{desk.Name}, order {n}: nothing was written.");
        return (Since(start, NotingStream.LastBegun), Since(start, NotingStream.LastWritten));
    }

    private static double Since(long start, long end) => Stopwatch.GetElapsedTime(start, end).TotalMicroseconds;

    private static string Tail(IEnumerable<double> sorted)
    {
        double[] all = [.. sorted];
        return $"median {At(all, 0.5):F0} us, p95 {At(all, 0.95):F0} us, p99 {At(all, 0.99):F0} us";
    }

    private static double At(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];
}
