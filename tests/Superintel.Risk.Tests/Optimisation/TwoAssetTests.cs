using Superintel.Risk.Measures;
using Superintel.Risk.Measures.Covariances;
using Superintel.Risk.Optimisation;
using Superintel.Risk.Optimisation.Programs;

namespace Superintel.Risk.Tests.Optimisation;

/// <summary>With two assets and a sum one weight is all there is to choose: each method against a search along that line.</summary>
public sealed class TwoAssetTests
{
    private const double Today = 0.7;

    [Test]
    public void Optimum_is_the_least_along_the_line([Range(1, 40)] int seed)
    {
        var draw = new Random(seed);
        var panel = Panel(draw);
        var covariance = CovarianceEstimator.Sample(panel);
        var (least, most) = (-0.5 * draw.NextDouble(), 0.5 + (0.7 * draw.NextDouble()));
        var turnover = draw.Next(3) == 0 ? 1e-3 * draw.NextDouble() : draw.NextDouble();
        var constraints = PortfolioConstraints.Within(2, -0.5, 1.5) with
        {
            Sectors = [([0], least, most)],
            Turnover = ([Today, 1 - Today], turnover),
        };
        var (from, to) = (Math.Max(least, Today - (turnover / 2)), Math.Min(most, Today + (turnover / 2)));
        if (from > to)
        {
            Assert.That(MeanVariance.MinimumVariance(covariance, constraints).Status, Is.EqualTo(ProgramStatus.Infeasible));
            Assert.That(MinimumCvar.Solve(panel, 0.9, constraints).Status, Is.EqualTo(ProgramStatus.Infeasible));
            return;
        }

        var means = panel.Means();
        double Mean(double[] w) => (means[0] * w[0]) + (means[1] * w[1]);
        double Ratio(double[] w) => -Mean(w) / Math.Sqrt(covariance.Variance(w));
        Assert.Multiple(() =>
        {
            Same("variance", MeanVariance.MinimumVariance(covariance, constraints), w => covariance.Variance(w), 1);
            Same("growth", MeanVariance.Growth(covariance, means, constraints), w => (covariance.Variance(w) / 2) - Mean(w), -1);
            Same("cvar", MinimumCvar.Solve(panel, 0.9, constraints), w => TailRisk.HistoricalCvar(panel.Portfolio(w), 0.9), 1);
            // Along a line the ratio has one peak as long as the mean stays above zero.
            if (Mean([from, 1 - from]) > 0 && Mean([to, 1 - to]) > 0)
                Same("sharpe", MeanVariance.MaximumSharpe(covariance, means, 0, constraints), Ratio, -1);
        });

        void Same(string name, OptimalPortfolio found, Func<double[], double> cost, double sign)
        {
            var expected = cost(Search(cost, from, to));
            var what = $"{name}, seed {seed}, residual {found.KktResidual:E1}";
            Assert.That(found.Status, Is.EqualTo(ProgramStatus.Optimal), what);
            Assert.That(sign * found.Objective, Is.EqualTo(expected).Within(1e-6 * Math.Abs(expected)), what);
            Assert.That(cost(found.Weights), Is.EqualTo(expected).Within(1e-6 * Math.Abs(expected)), what);
            Assert.That(found.Weights[0], Is.InRange(from - 1e-7, to + 1e-7), what);
        }
    }

    [Test]
    public void No_turnover_leaves_what_is_held()
    {
        var panel = Panel(new Random(3));
        var constraints = PortfolioConstraints.LongOnly(2) with { Turnover = ([0.7, 0.3], 0) };
        var covariance = CovarianceEstimator.Sample(panel);
        OptimalPortfolio[] all =
        [
            MeanVariance.MinimumVariance(covariance, constraints), MinimumCvar.Solve(panel, 0.95, constraints),
            MeanVariance.Growth(covariance, panel.Means(), constraints),
        ];
        Assert.Multiple(() =>
        {
            foreach (var found in all)
            {
                Assert.That(found.Status, Is.EqualTo(ProgramStatus.Optimal), found.Method);
                Assert.That(found.Weights, Is.EqualTo(new[] { 0.7, 0.3 }).Within(1e-6), found.Method);
            }
        });
    }

    [Test]
    public void One_asset_gets_everything()
    {
        var one = new ReturnPanel(["A"], [Panel(new Random(5)).Returns(0).ToArray()]);
        var (covariance, all) = (CovarianceEstimator.LedoitWolf(one), PortfolioConstraints.LongOnly(1));
        OptimalPortfolio[] found =
        [
            MeanVariance.MinimumVariance(covariance, all), MeanVariance.Growth(covariance, one.Means(), all), RiskParity.Solve(covariance),
            HierarchicalRiskParity.Solve(covariance), MinimumCvar.Solve(one, 0.95, all),
            MeanVariance.MaximumSharpe(covariance, [0.001], 0, all),
        ];
        foreach (var portfolio in found)
        {
            Assert.That(portfolio.Status, Is.EqualTo(ProgramStatus.Optimal), portfolio.Method);
            Assert.That(portfolio.Weights[0], Is.EqualTo(1).Within(1e-7), portfolio.Method);
        }
    }

    [Test]
    public void Assets_that_are_one_and_the_same_still_have_an_optimum()
    {
        var column = Panel(new Random(6)).Returns(0).ToArray();
        var twice = new ReturnPanel(["A", "B", "C"], [column, column, [.. column.Select(value => -value)]]);
        var (covariance, all) = (CovarianceEstimator.Sample(twice), PortfolioConstraints.LongOnly(3));
        OptimalPortfolio[] found =
        [
            MeanVariance.MinimumVariance(covariance, all), MinimumCvar.Solve(twice, 0.95, all), HierarchicalRiskParity.Solve(covariance),
        ];
        Assert.Multiple(() =>
        {
            foreach (var portfolio in found)
            {
                Assert.That(portfolio.Status, Is.EqualTo(ProgramStatus.Optimal), portfolio.Method);
                Assert.That(portfolio.Weights.Sum(), Is.EqualTo(1).Within(1e-7), portfolio.Method);
                Assert.That(portfolio.Weights, Is.All.InRange(-1e-7, 1 + 1e-7), portfolio.Method);
            }

            Assert.That(found[0].Objective, Is.EqualTo(0).Within(1e-9));
            Assert.That(found[1].Objective, Is.EqualTo(0).Within(1e-9));
        });
    }

    [Test]
    public void Neutral_betas_that_say_the_same_as_the_sum_are_no_contradiction()
    {
        var panel = Panel(new Random(8));
        var constraints = PortfolioConstraints.Within(2, -1, 1, sum: 0) with { Neutral = [2, 2] };
        var found = MeanVariance.Growth(CovarianceEstimator.Sample(panel), panel.Means(), constraints);
        Assert.That(found.Status, Is.EqualTo(ProgramStatus.Optimal));
        Assert.That(found.Weights.Sum(), Is.EqualTo(0).Within(1e-8));
    }

    [Test]
    public void Largest_ratio_without_a_sum_fills_the_bounds()
    {
        var panel = Panel(new Random(9));
        var constraints = PortfolioConstraints.Within(2, -0.4, 0.4, sum: null);
        var found = MeanVariance.MaximumSharpe(CovarianceEstimator.Sample(panel), [0.002, 0.001], 0, constraints);
        Assert.That(found.Status, Is.EqualTo(ProgramStatus.Optimal));
        Assert.That(found.Weights.Max(Math.Abs), Is.EqualTo(0.4).Within(1e-6));
    }

    // Golden section on a function with one valley.
    private static double[] Search(Func<double[], double> cost, double from, double to)
    {
        var ratio = (Math.Sqrt(5) - 1) / 2;
        double At(double weight) => cost([weight, 1 - weight]);
        for (var i = 0; i < 90; i++)
        {
            var (left, right) = (to - (ratio * (to - from)), from + (ratio * (to - from)));
            if (At(left) <= At(right)) to = right;
            else from = left;
        }

        return [(from + to) / 2, 1 - ((from + to) / 2)];
    }

    private static ReturnPanel Panel(Random draw)
    {
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - draw.NextDouble())) * Math.Cos(2 * Math.PI * draw.NextDouble());
        var like = draw.Next(4) switch { 0 => 0.9999, 1 => -0.99, _ => draw.NextDouble() };
        var (a, b) = (new double[120], new double[120]);
        for (var t = 0; t < a.Length; t++)
        {
            a[t] = 0.002 + (0.01 * Normal());
            b[t] = 0.001 + (like * a[t]) + (Math.Sqrt(1 - (like * like)) * 0.01 * Normal());
        }

        return new ReturnPanel(["A", "B"], [a, b]);
    }
}
