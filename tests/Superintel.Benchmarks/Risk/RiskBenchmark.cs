namespace Superintel.Benchmarks.Risk;

/// <summary>Risk's speed against its goals: <c>./superintel bench risk [--quick]</c>.</summary>
internal static class RiskBenchmark
{
    public static int Run(string[] args)
    {
        var (output, quick) = (Console.Out, args.Contains("--quick", StringComparer.Ordinal));
        var code = ChainBenchmark.Run(output, quick);
        output.WriteLine();
        MeasuresBenchmark.Run(output, quick);
        return code;
    }
}
