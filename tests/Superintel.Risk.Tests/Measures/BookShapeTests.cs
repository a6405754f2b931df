using Superintel.Risk.Exposure.DescribeRisk;
using Superintel.Risk.Measures;
using Superintel.Risk.Measures.Tails;

namespace Superintel.Risk.Tests.Measures;

/// <summary>What is said of a book beside its tail: shares of risk, volatility to come, concentration, factors, time to sell.</summary>
public sealed class BookShapeTests
{
    [Test]
    public void Shares_of_cvar_sum_to_that_of_the_book_and_so_do_weighted_betas_to_one([Range(1, 6)] int seed)
    {
        var draw = new Random(seed);
        double[][] returns = [.. Enumerable.Range(0, 4).Select(_ => Some(draw, 253))];
        double[] weights = [0.3, -0.2, 0.15, -0.05];
        double[] results = [.. Enumerable.Range(0, 253).Select(t => weights.Select((weight, i) => weight * returns[i][t]).Sum())];
        var tail = new BookTail(results, 0.95);
        AssetShare[] shares = [.. weights.Select((weight, i) => AssetShare.Of(returns[i], weight, results, tail))];
        Assert.Multiple(() =>
        {
            Assert.That(shares.Sum(share => share.ComponentCvar95), Is.EqualTo(TailRisk.HistoricalCvar(results, 0.95)).Within(1e-12));
            Assert.That(shares.Select((share, i) => weights[i] * share.Beta!.Value).Sum(), Is.EqualTo(1).Within(1e-9));
            Assert.That(shares.Select(share => share.Correlation!.Value), Is.All.InRange(-1.0, 1.0));
        });
    }

    [Test]
    public void Book_that_never_moved_has_no_beta_and_no_volatility_to_come()
    {
        var (flat, returns) = (new double[120], Some(new Random(2), 120));
        var (share, behaviour) = (AssetShare.Of(returns, 0, flat, new BookTail(flat, 0.95)), BookBehaviour.Of(flat, 252));
        Assert.That((share.Beta, share.Correlation, share.ComponentCvar95), Is.EqualTo(((double?)null, (double?)null, 0.0)));
        Assert.That(behaviour, Is.EqualTo(new BookBehaviour(null, null, null, 0)));
    }

    [Test]
    public void Volatilities_to_come_are_near_that_of_steady_results()
    {
        var behaviour = BookBehaviour.Of(Some(new Random(11), 500), 252);
        // Uniform within 2 %: 0.04 / sqrt(12) a day.
        var steady = 0.04 / Math.Sqrt(12) * Math.Sqrt(252);
        Assert.Multiple(() =>
        {
            Assert.That(behaviour.EwmaVolatility, Is.EqualTo(steady).Within(0.3 * steady));
            Assert.That(behaviour.GarchVolatility, Is.EqualTo(steady).Within(0.3 * steady));
            Assert.That(behaviour.HarVolatility, Is.EqualTo(steady).Within(0.3 * steady));
            Assert.That(behaviour.MaximumDrawdown, Is.InRange(0.01, 0.9));
        });
    }

    [Test]
    public void Factor_exposure_finds_the_slopes_a_return_was_made_of()
    {
        var draw = new Random(4);
        var (one, two) = (Some(draw, 90), Some(draw, 90));
        double[] made = [.. one.Select((move, t) => 0.0002 + (1.3 * move) - (0.4 * two[t]))];
        var found = FactorExposure.Of(made, new ReturnPanel(["one", "two"], [one, two]));
        Assert.That(found.Betas, Is.EqualTo(new[] { 1.3, -0.4 }).Within(1e-10));
        Assert.That(found.Alpha, Is.EqualTo(0.0002).Within(1e-10));
        Assert.That(found.RSquared, Is.EqualTo(1).Within(1e-10));
    }

    [TestCase(1e5, 1)]
    [TestCase(2e5, 2)]
    [TestCase(-7e5, 7)]
    [TestCase(2.5e6, 25)]
    public void Risk_until_sold_is_that_of_what_is_left_each_day(double quantity, int days)
    {
        var found = LiquidityHorizon.Of(quantity, 1e6, 0.1);
        var variance = Enumerable.Range(1, days).Sum(left => Math.Pow((double)left / days, 2));
        Assert.That(found.Days, Is.EqualTo(days));
        Assert.That(found.RiskScale, Is.EqualTo(Math.Sqrt(variance)).Within(1e-12));
    }

    [Test]
    public void Concentration_of_equal_positions_counts_them()
    {
        Assert.That(Concentration.Of([2.0, -2, 2, -2]), Is.EqualTo(new Concentration(0.25, 4, 0.25)));
        Assert.That(Concentration.Of([0, -3.0, 0]), Is.EqualTo(new Concentration(1, 1, 1)));
        Assert.That(Concentration.Of([0.0, 0]), Is.EqualTo(default(Concentration)));
    }

    private static double[] Some(Random draw, int count) => [.. Enumerable.Range(0, count).Select(_ => 0.04 * (draw.NextDouble() - 0.5))];
}
