using Superintel.Benchmarks.Analytics;
using Superintel.Benchmarks.Journal;
using Superintel.Benchmarks.Risk;
using Superintel.Benchmarks.Venues;
using Superintel.Benchmarks.Venues.Orders.Apart;

namespace Superintel.Benchmarks;

/// <summary>What a table of means cannot say: percentiles of single calls, ratios within one run, running services.</summary>
/// <param name="Options">As the help shows them.</param>
/// <param name="Takes">Whether it understands a word behind its name.</param>
/// <param name="Run">Gives the exit code: 1 when a goal was missed.</param>
internal sealed record Measurement(string Name, string Options, string Meaning, Func<string, bool> Takes, Func<string[], Task<int>> Run)
{
    private const string Quick = "--quick";

    public static IReadOnlyList<Measurement> All { get; } =
    [
        new("venues", $"[{Quick}] [{VenueProcess.Sleeping}]", "from an order to the wire, and the venues' codecs and books",
            word => word is Quick or VenueProcess.Sleeping, VenueBenchmark.Run),
        new("risk", $"[{Quick}]", "the pre-trade chain call by call, and the measures of a book", IsQuick,
            args => Task.FromResult(RiskBenchmark.Run(args))),
        new("risk-chain", $"[{Quick}]", "the pre-trade chain alone", IsQuick,
            args => Task.FromResult(ChainBenchmark.Run(Console.Out, args.Contains(Quick)))),
        new("chaos", $"[{Quick}]", "10,000 paths of 250 days", IsQuick,
            args => Task.FromResult(ChaosBenchmark.Run(Console.Out, args.Contains(Quick)))),
        new("analytics", $"[{Quick}]", "the numeric library, side by side in one run", IsQuick,
            args => Task.FromResult(AnalyticsBenchmark.Run(args))),
        new("journal", "[--events N] [--split] [--Key=VALUE]",
            "the journal emptying a full queue, in eng/servers/test-servers run --durable --",
            word => word is "--events" or "--split" || word.Contains('=', StringComparison.Ordinal) || word.All(char.IsAsciiDigit),
            JournalBenchmark.Run),
    ];

    private static bool IsQuick(string word) => word == Quick;
}
