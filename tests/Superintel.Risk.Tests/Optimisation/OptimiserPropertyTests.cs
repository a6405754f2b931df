using Superintel.Risk.Measures;
using Superintel.Risk.Measures.Covariances;
using Superintel.Risk.Optimisation;
using Superintel.Risk.Optimisation.Programs;

namespace Superintel.Risk.Tests.Optimisation;

/// <summary>What must hold of every optimum, whatever the returns.</summary>
public sealed class OptimiserPropertyTests
{
    [Test]
    public void Weights_keep_to_bounds_sum_sectors_and_turnover([Range(1, 12)] int seed)
    {
        var panel = Panel(seed, 8, 120);
        double[] today = [.. Enumerable.Repeat(1.0 / 8, 8)];
        var constraints = PortfolioConstraints.Within(8, -0.1, 0.4) with
        {
            Sectors = [([0, 1, 2], 0.1, 0.35)],
            Turnover = (today, 0.5),
        };
        var found = MeanVariance.MinimumVariance(CovarianceEstimator.Sample(panel), constraints);
        Assert.Multiple(() =>
        {
            Assert.That(found.Status, Is.EqualTo(ProgramStatus.Optimal));
            Assert.That(found.Weights, Is.All.InRange(-0.1 - 1e-7, 0.4 + 1e-7));
            Assert.That(found.Weights.Sum(), Is.EqualTo(1).Within(1e-9));
            Assert.That(found.Weights[..3].Sum(), Is.InRange(0.1 - 1e-7, 0.35 + 1e-7));
            Assert.That(found.Weights.Zip(today, (w, t) => Math.Abs(w - t)).Sum(), Is.LessThanOrEqualTo(0.5 + 1e-7));
        });
    }

    [Test]
    public void No_other_portfolio_has_less_variance_or_cvar([Range(1, 8)] int seed)
    {
        var panel = Panel(seed, 6, 200);
        var covariance = CovarianceEstimator.LedoitWolf(panel);
        var least = MeanVariance.MinimumVariance(covariance, PortfolioConstraints.LongOnly(6));
        var tail = MinimumCvar.Solve(panel, 0.95, PortfolioConstraints.LongOnly(6));
        Assert.That(tail.Objective, Is.EqualTo(TailRisk.HistoricalCvar(panel.Portfolio(tail.Weights), 0.95)).Within(1e-8));
        var draw = new Random(seed);
        for (var i = 0; i < 200; i++)
        {
            var other = Enumerable.Range(0, 6).Select(_ => -Math.Log(draw.NextDouble())).ToArray();
            var sum = other.Sum();
            double[] weights = [.. other.Select(value => value / sum)];
            Assert.That(covariance.Variance(weights), Is.GreaterThanOrEqualTo(least.Objective - 1e-12));
            Assert.That(TailRisk.HistoricalCvar(panel.Portfolio(weights), 0.95), Is.GreaterThanOrEqualTo(tail.Objective - 1e-9));
        }
    }

    [Test]
    public void Market_neutral_portfolio_has_no_beta()
    {
        var panel = Panel(3, 5, 150);
        double[] betas = [0.8, 1.2, 1.0, 0.5, 1.5];
        var constraints = PortfolioConstraints.Within(5, -1, 1, sum: null) with { Neutral = betas };
        var found = MeanVariance.Growth(CovarianceEstimator.Sample(panel), panel.Means(), constraints);
        Assert.That(found.Weights.Zip(betas, (weight, beta) => weight * beta).Sum(), Is.EqualTo(0).Within(1e-8));
    }

    [Test]
    public void Constraints_that_cannot_hold_together_are_said_to_be_infeasible()
    {
        var panel = Panel(5, 4, 60);
        var found = MeanVariance.MinimumVariance(CovarianceEstimator.Sample(panel), PortfolioConstraints.Within(4, 0, 0.2));
        Assert.That(found.Status, Is.Not.EqualTo(ProgramStatus.Optimal));
    }

    private static ReturnPanel Panel(int seed, int assets, int periods)
    {
        var draw = new Random(seed);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - draw.NextDouble())) * Math.Cos(2 * Math.PI * draw.NextDouble());
        var market = Enumerable.Range(0, periods).Select(_ => 0.01 * Normal()).ToArray();
        return new ReturnPanel(
            [.. Enumerable.Range(0, assets).Select(i => $"A{i}")],
            [.. Enumerable.Range(0, assets).Select(i => market.Select(
                m => 0.0003 + ((0.5 + (0.2 * i)) * m) + (0.008 * Normal())).ToArray())]);
    }
}
