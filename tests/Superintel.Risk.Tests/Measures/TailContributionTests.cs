using FsCheck;
using FsCheck.Fluent;
using Superintel.Risk.Measures;
using Superintel.Risk.Measures.Tails;

namespace Superintel.Risk.Tests.Measures;

public sealed class TailContributionTests
{
    [FsCheck.NUnit.Property]
    public Property Components_are_the_mean_losses_over_the_sorted_tail_also_where_periods_are_alike(int seed, PositiveInt size)
    {
        var random = new Random(seed);
        var periods = 20 + (size.Get % 200);
        double[] Some() => [.. Enumerable.Range(0, periods).Select(t => t == 0 ? 0.03 : Math.Round((random.NextDouble() - 0.5) / 10, 2))];
        var panel = new ReturnPanel(["A", "B", "C"], [Some(), Some(), Some()]);
        double[] weights = [0.5, -0.25, 0.75];
        var found = TailContribution.Of(panel, weights, 0.95);
        var results = panel.Portfolio(weights);
        var worst = Enumerable.Range(0, periods).OrderBy(t => results[t]).ThenBy(t => t).ToArray();
        var tail = Math.Round(0.05 * periods, 9);
        var plain = Enumerable.Range(0, 3).Select(asset =>
            -worst.Take((int)Math.Ceiling(tail)).Select((t, i) => Math.Min(1, tail - i) * panel.Returns(asset)[t]).Sum() / tail);
        return (found.Marginal.Zip(plain, (one, other) => Math.Abs(one - other)).Max() < 1e-15
            && Math.Abs(found.Cvar - TailRisk.HistoricalCvar(results, 0.95)) < 1e-14
            && Math.Abs(found.Component.Sum() - found.Cvar) < 1e-15).ToProperty();
    }
}
