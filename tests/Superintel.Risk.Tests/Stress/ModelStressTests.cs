using Superintel.Risk.Limits;
using Superintel.Risk.Stress;
using Superintel.Risk.Stress.Models;

namespace Superintel.Risk.Tests.Stress;

public sealed class ModelStressTests
{
    /// <summary>Mean of a standard normal beyond its 99th percentile: density over a hundredth.</summary>
    private const double NormalTail = 2.6652;

    [Test]
    public void Hedge_that_no_longer_hedges_loses_what_independent_legs_lose()
    {
        var book = Books.Of(0.01, 100_000m, -100_000m);
        var report = ModelStress.Run(book, ModelScenarios.CorrelationToZero, 1, 1, CancellationToken.None);
        var deviation = Math.Sqrt(book.Returns!.Names.Select((_, i) => Variance(book.Returns.Returns(i))).Sum() * 10) * 100_000;
        Assert.That((double)report.Loss, Is.EqualTo(NormalTail * deviation).Within(8).Percent);
    }

    [Test]
    public void Diversified_book_loses_more_when_all_moves_together()
    {
        var book = Books.Of(0.01, [.. Enumerable.Repeat(50_000m, 8)]);
        var calm = ModelStress.Run(book, ModelScenarios.CorrelationToZero, 1, 1, CancellationToken.None).Loss;
        var together = ModelStress.Run(book, ModelScenarios.CorrelationToOne, 1, 1, CancellationToken.None).Loss;
        // Eight independent holdings against one of eight times the size: the square root of (1 + 7 x 0.95).
        Assert.That((double)(together / calm), Is.EqualTo(Math.Sqrt(1 + (7 * 0.95))).Within(10).Percent);
    }

    [Test]
    public void Flash_crash_takes_its_low_from_a_long_book()
    {
        var report = ModelStress.Run(Books.Of(0.001, 500_000m), ModelScenarios.FlashCrash, 1, 1, CancellationToken.None);
        Assert.That((double)report.Drawn!.Median, Is.EqualTo(50_600).Within(2).Percent, "half of ten per cent");
    }

    [Test]
    public void Dried_up_market_costs_its_exit_on_both_sides()
    {
        var calm = ModelScenarios.LiquidityDryUp with { ExitCost = 0 };
        var book = Books.Of(0.01, 100_000m, -100_000m);
        decimal Loss(ModelScenario scenario) => ModelStress.Run(book, scenario, 1, 1, CancellationToken.None).Loss;
        Assert.That(Loss(ModelScenarios.LiquidityDryUp) - Loss(calm), Is.EqualTo(2_000m).Within(0.001m));
    }

    [Test]
    public void Losses_of_the_positions_sum_to_the_loss_of_the_book([ValueSource(nameof(Names))] string name)
    {
        var (book, scenario) = (Books.Of(0.02, 90_000m, -60_000m, 30_000m), ModelScenarios.Find(name)!);
        var report = ModelStress.Run(book, scenario, 1.5, 3, CancellationToken.None);
        Assert.Multiple(() =>
        {
            Assert.That((double)report.Positions.Sum(one => one.Loss), Is.EqualTo((double)report.Loss).Within(1e-3));
            Assert.That(report.Drawn!.Median, Is.LessThanOrEqualTo(report.Drawn.Loss95));
            Assert.That(report.Drawn.Loss95, Is.LessThanOrEqualTo(report.Drawn.Loss99));
            Assert.That(report.Drawn.Loss99, Is.LessThanOrEqualTo(report.Loss));
            Assert.That(report.Loss, Is.LessThanOrEqualTo(report.Drawn.Worst));
        });
    }

    [Test]
    public void Reverse_stress_finds_the_multiple_at_which_the_drawdown_limit_breaks([ValueSource(nameof(Names))] string name)
    {
        var (book, scenario) = (Books.Of(0.02, 400_000m, -50_000m), ModelScenarios.Find(name)!);
        var breaking = ModelStress.Run(book, scenario, 1, 7, CancellationToken.None).BreakingMultiple!.Value;
        var limit = RiskLimits.Defaults.Drawdown * (double)Books.Capital;
        var loss = (double)ModelStress.Run(book, scenario, breaking, 7, CancellationToken.None).Loss;
        Assert.That(loss, Is.EqualTo(limit).Within(0.1).Percent);
    }

    [Test]
    public void Book_of_nothing_loses_nothing() => Assert.That(
        ModelStress.Run(Books.Of(0.01), ModelScenarios.FlashCrash, 1, 1, CancellationToken.None), Has.Property("Loss").Zero);

    [Test]
    public void Drawn_scenarios_have_names_of_their_own_and_a_source() => Assert.Multiple(() =>
    {
        string[] all = [.. ModelScenarios.All.Select(one => one.Name), .. HistoricalScenarios.All.Select(one => one.Name)];
        Assert.That(all, Is.Unique);
        Assert.That(ModelScenarios.All.Select(one => one.Source), Has.None.Empty);
    });

    private static IEnumerable<string> Names() => ModelScenarios.All.Select(one => one.Name);

    private static double Variance(ReadOnlySpan<double> values)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var value in values) (sum, squares) = (sum + value, squares + (value * value));
        return (squares / values.Length) - (sum / values.Length * sum / values.Length);
    }
}
