using System.Diagnostics;
using Superintel.Kernel;
using Superintel.Risk.Limits;
using Superintel.Risk.Market;
using Superintel.Risk.Measures;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Stress;
using Superintel.Risk.Stress.Chaos;
using Superintel.Risk.Stress.Models;

namespace Superintel.Benchmarks.Risk;

/// <summary>10,000 paths of 250 days on one core, for a small book and for a hundred positions.</summary>
internal static class ChaosBenchmark
{
    private const double GoalSeconds = 2;

    public static int Run(TextWriter output, bool quick)
    {
        foreach (var model in new[] { ModelScenarios.JumpDiffusion, ModelScenarios.LiquidityDryUp })
        {
            foreach (var size in new[] { 8, 100 }) Measure(output, Book(size), new ChaosRequest(model, 10_000, 250, 1), quick ? 1 : 5);
        }

        return 0;
    }

    private static void Measure(TextWriter output, HeldBook book, ChaosRequest request, int times)
    {
        ChaosSimulation.Run(book, request with { Paths = 500 }, CancellationToken.None);
        var (slowest, report) = (0.0, default(ChaosReport));
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            report = ChaosSimulation.Run(book, request, CancellationToken.None);
            slowest = Math.Max(slowest, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        output.WriteLine(
            $"chaos, {request.Model.Name}, {book.Holdings.Length} positions, {request.Paths:N0} paths x {request.Steps} days: "
            + $"slowest of {times} {slowest:F2} s   a breaker on {report!.Tiers[0].Probability:P0} of the paths   "
            + $"goal under {GoalSeconds:F0} s   {(slowest < GoalSeconds ? "met" : "MISSED")}");
    }

    /// <summary>Long and short by turns, a twentieth of the capital each, 2 % a day with a common factor.</summary>
    private static HeldBook Book(int size)
    {
        var random = new Random(3);
        double Draw() => random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5;
        double[] market = [.. Enumerable.Range(0, 1000).Select(_ => 0.02 * Draw())];
        double[][] columns = [.. Enumerable.Range(0, size).Select(_ => market.Select(day => day + (0.03 * Draw())).ToArray())];
        Holding[] holdings = [.. Enumerable.Range(0, size).Select(Held)];
        var net = holdings.Sum(one => one.Value);
        var value = new PortfolioValue(Currency.Usd, 1_000_000m - net, holdings.Sum(one => one.Gross), net, 0m, 0m, 0m, size);
        var at = new DateTimeOffset(2024, 1, 2, 0, 0, 0, TimeSpan.Zero);
        var mark = PortfolioMark.First("bench", "1d", at, value, new Money(1_000_000m, Currency.Usd));
        var panel = new ReturnPanel([.. holdings.Select(one => one.Instrument.Id.ToString())], columns);
        return new HeldBook(Currency.Usd, [.. holdings], panel, mark, RiskLimits.Defaults);
    }

    private static Holding Held(int place) => new(
        new Instrument(InstrumentId.Parse($"S{place:000}.XNYS"), AssetClass.Equity, Currency.Usd, 1m, true, ""),
        place % 2 == 0 ? 50_000m : -45_000m,
        50_000m);
}
