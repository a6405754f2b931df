using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Superintel.Benchmarks.Analytics;

/// <summary>The numeric library's speed, side by side in one run: <c>./superintel bench analytics [--quick]</c>.</summary>
internal static class AnalyticsBenchmark
{
    public static int Run(string[] args)
    {
        bool quick = args.Contains("--quick", StringComparer.Ordinal);
        var output = Console.Out;
        output.WriteLine($"machine   {Processor()}, {Environment.ProcessorCount} logical processors, {RuntimeInformation.OSArchitecture}");
        output.WriteLine($"runtime   {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}");
        output.WriteLine($"vectors   512: {Vector512.IsHardwareAccelerated}, 256: {Vector256.IsHardwareAccelerated}");
        output.WriteLine($"command   ./superintel bench analytics {string.Join(' ', args)}");
        output.WriteLine();
        ScreeningBenchmark.Run(output, quick);
        output.WriteLine();
        KernelBenchmark.Run(output, quick);
        output.WriteLine();
        ModelBenchmark.Run(output, quick);
        return 0;
    }

    private static string Processor()
    {
        const string Table = "/proc/cpuinfo";
        string? line = File.Exists(Table)
            ? File.ReadLines(Table).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line is null ? "unknown processor" : line[(line.IndexOf(':') + 1)..].Trim();
    }
}
