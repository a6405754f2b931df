using System.Diagnostics;
using Superintel.Benchmarks.Analytics;
using Superintel.Benchmarks.Risk;
using Superintel.Benchmarks.Venues.Binance;
using Superintel.Benchmarks.Venues.Ibkr;
using Superintel.Benchmarks.Venues.Orders;
using Superintel.Benchmarks.Venues.Orders.Apart;

namespace Superintel.Benchmarks.Venues;

/// <summary>The venues' speed against its goals: <c>./superintel bench venues [--quick]</c>.</summary>
internal static class VenueBenchmark
{
    /// <summary>How the services collect garbage; it has to be said before a process starts.</summary>
    public const string ServerMode = "DOTNET_gcServer";

    public static async Task<int> Run(string[] args)
    {
        if (Environment.GetEnvironmentVariable(ServerMode) is null) return await InServerMode(args);
        var (output, quick) = (Console.Out, args.Contains("--quick", StringComparer.Ordinal));
        var sleeping = args.Contains(VenueProcess.Sleeping, StringComparer.Ordinal);
        output.WriteLine("order path: the adapter called with a stored intent, to the last byte handed to the socket");
        output.WriteLine(sleeping
            ? "the venue's receivers sleep, and each write wakes one"
            : "the venue's receivers are awake, as a remote venue's network card is; --sleeping has each write wake one, as before");
        var met = await OrderPathBenchmark.Run(output, quick, sleeping);
        output.WriteLine();
        output.WriteLine($"codecs and books, least of several runs (reference loop {ReferenceLoop.Seconds() * 1e6:F0} us)");
        return Codecs(output, quick ? 20_000 : 200_000) && met ? 0 : 1;
    }

    private static async Task<int> InServerMode(string[] args)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [typeof(VenueBenchmark).Assembly.Location, "venues", .. args])
        {
            Environment = { [ServerMode] = "1" },
        };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private static bool Codecs(TextWriter output, int times)
    {
        var tws = new TwsCodecBenchmarks();
        var depth = new DepthBenchmark();
        depth.Setup();
        var rounds = Math.Max(1, times / DepthBenchmark.Messages);
        return new[]
        {
            Tell(output, "TWS tick decode", 300, times, () => tws.TickDecode()),
            Tell(output, "TWS order encode", 1_000, times, () => tws.OrderEncode()),
            Tell(output, "Binance depth update, parse and apply", 1_000, rounds, depth.ParseAndApplyMessage, DepthBenchmark.Messages),
            Tell(output, "book delta, one level", 50, rounds, depth.ApplyLevel, DepthBenchmark.Messages * DepthBenchmark.LevelsPerMessage),
        }.All(met => met);
    }

    private static bool Tell(TextWriter output, string what, double goal, int times, Action call, int each = 1)
    {
        var seconds = Measured.Seconds(
            () =>
            {
                for (var i = 0; i < times; i++) call();
            },
            20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < times; i++) call();
        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)times / each;
        var nanoseconds = seconds * 1e9 / times / each;
        output.WriteLine($"  {what,-40}{nanoseconds,7:F1} ns, {allocated:F0} B allocated   goal under {goal:F0} ns   "
            + (nanoseconds < goal ? "met" : "MISSED"));
        return nanoseconds < goal;
    }
}
