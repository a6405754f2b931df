using System.Text.Json.Nodes;
using Superintel.Risk.Measures.Covariances;
using Superintel.Risk.Optimisation;
using Superintel.Risk.Optimisation.Programs;
using Superintel.TestKit;

namespace Superintel.Risk.Tests.Optimisation;

/// <summary>Against the shared references: cvxopt, PyPortfolioOpt, Riskfolio-Lib, HiGHS. Objective to 1e-6, weights to 1e-4.</summary>
[Category(SharedData.Category)]
public sealed class OptimiserReferenceTests
{
    private static readonly string[] Riskfolio = ["AMZN", "APA", "CMCSA", "CPB", "JCI", "JPM", "MMC", "MO", "TGT", "ZION"];

    [Test]
    public void Real_stocks_give_the_weights_of_cvxopt()
    {
        var reference = Reference.Read("portfolio_real_stocks");
        var (covariance, means) = (Reference.Covariance(reference["S"]!), reference["mu"]!.Numbers());
        var n = means.Length;
        var free = PortfolioConstraints.Within(n, double.NegativeInfinity, double.PositiveInfinity);
        (string Name, OptimalPortfolio Found)[] cases =
        [
            ("min_variance_long_only", MeanVariance.MinimumVariance(covariance, PortfolioConstraints.LongOnly(n))),
            ("min_variance_long_only_cap20", MeanVariance.MinimumVariance(covariance, PortfolioConstraints.Within(n, 0, 0.2))),
            ("min_variance_unconstrained", MeanVariance.MinimumVariance(covariance, free)),
            ("max_sharpe_long_only_rf0", MeanVariance.MaximumSharpe(covariance, means, 0, PortfolioConstraints.LongOnly(n))),
            ("tangency_unconstrained_rf0", MeanVariance.MaximumSharpe(covariance, means, 0, free)),
            ("risk_parity_equal_contribution", RiskParity.Solve(covariance)),
        ];
        Assert.Multiple(() =>
        {
            foreach (var (name, found) in cases)
            {
                Assert.That(found.Status, Is.EqualTo(ProgramStatus.Optimal), name);
                Assert.That(found.KktResidual, Is.LessThan(1e-8), name);
                Assert.That(found.Weights, Is.EqualTo(reference[name]!.Numbers()).Within(1e-4), name);
            }
        });
    }

    [Test]
    public void Least_cvar_is_that_of_the_linear_programme()
    {
        var reference = Reference.Read("portfolio_cvar_min");
        var panel = Reference.Returns("pypfopt_stock_prices.csv");
        var found = MinimumCvar.Solve(panel, 0.95, PortfolioConstraints.LongOnly(panel.Assets));
        var weights = reference["computed_weights"]!.AsObject();
        Assert.Multiple(() =>
        {
            Assert.That(panel.Periods, Is.EqualTo((int)reference["rows"]!));
            Assert.That(found.Status, Is.EqualTo(ProgramStatus.Optimal));
            Assert.That(found.Objective, Is.EqualTo((double)reference["computed_cvar"]!).Within(1e-8));
            for (var i = 0; i < panel.Assets; i++)
                Assert.That(found.Weights[i], Is.EqualTo((double)weights[panel.Names[i]]!).Within(1e-4), panel.Names[i]);
        });
    }

    [Test]
    public void Hierarchical_risk_parity_gives_the_published_weights()
    {
        var prices = Reference.Read("portfolio_pypfopt_hrp_shrinkage");
        var published = prices["hrp"]!["weights_published"]!.AsObject();
        var (names, covariance, correlations) = Pairwise();
        var found = HierarchicalRiskParity.Solve(covariance, correlations);
        Assert.Multiple(() =>
        {
            for (var i = 0; i < names.Length; i++)
                Assert.That(found.Weights[i], Is.EqualTo((double)published[names[i]]!).Within(1e-8), names[i]);
        });
    }

    [Test]
    public void Black_litterman_gives_the_published_returns_and_weights()
    {
        var reference = Reference.Read("portfolio_pypfopt_black_litterman");
        var names = reference["pi"]!.AsObject().Select(pair => pair.Key).ToArray();
        var covariance = Reference.Covariance(Reference.Read("portfolio_pypfopt_frontier")["cov"]!);
        double[] prior = [.. names.Select(name => (double)reference["pi"]![name]!)];
        var views = reference["views_absolute"]!.AsObject()
            .Select(view => (Array.IndexOf(names, view.Key), (double)view.Value!)).ToArray();
        var (means, posterior) = BlackLitterman.Posterior(covariance, prior, views, (double)reference["tau"]!);
        var weights = BlackLitterman.Weights(posterior, means);
        var expected = Reference.Covariance(reference["posterior_cov"]!);
        Assert.Multiple(() =>
        {
            Assert.That(posterior.Matrix, Is.EqualTo(expected.Matrix).Within(1e-10));
            for (var i = 0; i < names.Length; i++)
                Assert.That(means[i], Is.EqualTo((double)reference["posterior_returns"]![names[i]]!).Within(1e-10), names[i]);
            Assert.That(weights.Sum(), Is.EqualTo(1).Within(1e-12));
        });
    }

    [TestCase("MV")]
    [TestCase("CVaR")]
    public void Least_risk_is_that_of_riskfolio(string measure)
    {
        var panel = Reference.Returns("riskfolio_stock_prices.csv", Riskfolio, 200);
        var constraints = PortfolioConstraints.LongOnly(panel.Assets);
        var found = measure == "MV"
            ? MeanVariance.MinimumVariance(CovarianceEstimator.Sample(panel), constraints)
            : MinimumCvar.Solve(panel, 0.95, constraints);
        Assert.That(found.Weights, Is.EqualTo(Column("riskfolio_Classic_MinRisk.csv", measure)).Within(1e-4));
    }

    [Test]
    public void Equal_risk_is_that_of_riskfolio()
    {
        var panel = Reference.Returns("riskfolio_stock_prices.csv", Riskfolio, 200);
        Assert.That(
            RiskParity.Solve(CovarianceEstimator.Sample(panel)).Weights, Is.EqualTo(Column("riskfolio_Classic_RP.csv", "MV")).Within(1e-4));
    }

    private static double[] Column(string file, string measure)
    {
        var lines = File.ReadAllLines(SharedData.Path($"data/reference/{file}"));
        var at = Array.IndexOf(lines[0].Split(','), measure);
        var byName = lines.Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))
            .ToDictionary(cells => cells[0], cells => double.Parse(cells[at]));
        return [.. Riskfolio.Select(name => byName[name])];
    }

    // As pandas: each pair of assets over the rows that both have.
    private static (string[] Names, CovarianceEstimate Covariance, double[] Correlations) Pairwise()
    {
        var lines = File.ReadAllLines(SharedData.Path("data/reference/input/pypfopt_stock_prices.csv"));
        var names = lines[0].Split(',')[1..];
        var prices = lines.Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')[1..])
            .Select(cells => cells.Select(cell => cell.Length > 0 ? double.Parse(cell) : double.NaN).ToArray()).ToArray();
        var rows = prices.Zip(prices.Skip(1), (before, now) => now.Zip(before, (n, b) => (n / b) - 1).ToArray()).ToArray();
        var matrix = new double[names.Length * names.Length];
        var correlations = new double[matrix.Length];
        for (var i = 0; i < names.Length; i++)
        {
            for (var j = 0; j < names.Length; j++)
            {
                var both = rows.Where(row => double.IsFinite(row[i]) && double.IsFinite(row[j])).ToArray();
                var (a, b) = (both.Average(row => row[i]), both.Average(row => row[j]));
                var products = both.Sum(row => (row[i] - a) * (row[j] - b));
                matrix[(i * names.Length) + j] = products / (both.Length - 1);
                correlations[(i * names.Length) + j] = products
                    / Math.Sqrt(both.Sum(row => (row[i] - a) * (row[i] - a)) * both.Sum(row => (row[j] - b) * (row[j] - b)));
            }
        }
        return (names, new CovarianceEstimate(CovarianceMethod.Sample, names.Length, matrix, 0), correlations);
    }
}
