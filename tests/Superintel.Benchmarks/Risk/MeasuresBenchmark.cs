using Superintel.Benchmarks.Analytics;
using Superintel.Risk.Measures;
using Superintel.Risk.Measures.Covariances;
using Superintel.Risk.Measures.Tails;
using Superintel.Risk.Optimisation;

namespace Superintel.Benchmarks.Risk;

/// <summary>Measures and optimisers of large books on one core.</summary>
internal static class MeasuresBenchmark
{
    private const double Confidence = 0.95;

    public static void Run(TextWriter output, bool quick)
    {
        var (panel, small, runs) = (Panel(500, 1000), Panel(50, 1000), quick ? 5 : 30);
        var reference = ReferenceLoop.Seconds();
        output.WriteLine($"{"reference loop",-52}{reference * 1e3,9:F3} ms");
        double[] weights = [.. Enumerable.Range(0, panel.Assets).Select(i => i % 2 == 0 ? 0.004 : -0.003)];
        var (marginal, component) = (new double[panel.Assets], new double[panel.Assets]);
        Line("historical CVaR with components, 500 x 1,000", 2, () =>
        {
            TailContribution.Of(panel, weights, Confidence, marginal, component);
        });
        var matrix = new double[panel.Assets * panel.Assets];
        Line("Ledoit-Wolf, 500 x 1,000", 30, () => CovarianceEstimator.Estimate(panel, CovarianceMethod.LedoitWolf, matrix));
        foreach (var method in (CovarianceMethod[])[CovarianceMethod.Sample, CovarianceMethod.Ewma, CovarianceMethod.Oas])
            Line($"{method} covariance, 500 x 1,000", null, () => CovarianceEstimator.Estimate(panel, method, matrix));
        var (workspace, returns) = (new TailWorkspace(), panel.Returns(0).ToArray());
        foreach (var method in Enum.GetValues<TailMethod>())
            Line($"{method} tail, 1,000 days", null, () => TailEstimator.Estimate(returns, Confidence, method, workspace));
        var covariance = CovarianceEstimator.LedoitWolf(panel);
        Line("hierarchical risk parity, 500 assets", 50, () => HierarchicalRiskParity.Solve(covariance));
        Line("CVaR linear programme, 50 x 1,000", 300, () =>
            MinimumCvar.Solve(small, Confidence, PortfolioConstraints.LongOnly(small.Assets)));

        void Line(string name, double? goal, Action call)
        {
            var time = Measured.Seconds(call, runs) * 1e3;
            var before = GC.GetAllocatedBytesForCurrentThread();
            call();
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            output.WriteLine(
                $"{name,-52}{time,9:F3} ms   {Verdict(time, goal),-27}   "
                + $"{time / 1e3 / reference,8:F1} x reference   {allocated / 1024,6:N0} KiB");
        }
    }

    private static string Verdict(double time, double? goal) =>
        goal is null ? "" : $"goal under {goal,3} ms   {(time < goal ? "met" : "MISSED"),-6}";

    // One factor and noise of one's own, a little alike as stocks are.
    private static ReturnPanel Panel(int assets, int periods)
    {
        var random = new Random(17);
        double Noise() => 0.02 * (random.NextDouble() + random.NextDouble() - 1);
        double[] factor = [.. Enumerable.Range(0, periods).Select(_ => Noise())];
        return new ReturnPanel(
            [.. Enumerable.Range(0, assets).Select(i => $"S{i:000}")],
            [.. Enumerable.Range(0, assets).Select(i => factor.Select(move => (0.3 + (i % 7 * 0.1)) * move + Noise()).ToArray())]);
    }
}
