using Superintel.Risk.Breakers;
using Superintel.Risk.Limits;
using Superintel.Risk.Stress;
using Superintel.Risk.Stress.Chaos;
using Superintel.Risk.Stress.Models;

namespace Superintel.Risk.Tests.Stress;

public sealed class ChaosSimulationTests
{
    private static readonly ModelScenario Calm = ModelScenarios.JumpDiffusion with { Jumps = null };

    [Test]
    public void Same_seed_gives_the_same_answer_and_another_another()
    {
        var book = Books.Of(0.01, 600_000m, -300_000m);
        var (first, again, other) = (Text(book, 1), Text(book, 1), Text(book, 2));
        Assert.That(again, Is.EqualTo(first).And.Not.EqualTo(other));
    }

    [Test]
    public void Largest_loss_of_a_path_that_only_diffuses_follows_the_reflection_principle()
    {
        // A long book of a million: the lowest point of a walk of 250 days of 1 % is twice as likely beyond a level as its end.
        var book = Books.Of(0.01, 1_000_000m) with { Limits = Never() };
        var report = Run(book, new ChaosRequest(Calm, 10_000, 250, 1));
        Assert.That(report.Loss.Median, Is.EqualTo(0.107).Within(0.01), "1 - exp(-0.6745 x 0.158 - drift), seen once a day");
    }

    [Test]
    public void Once_a_year_a_flash_crash_comes_to_two_of_three_years()
    {
        var alike = ModelScenarios.FlashCrash with { Jumps = ModelScenarios.FlashCrash.Jumps! with { OwnDeviation = 0 } };
        var report = Run(Books.Of(0.0005, 700_000m), new ChaosRequest(alike, 5_000, 250, 1));
        var crash = 1 - Math.Pow(1 - (1.0 / 252), 250);
        Assert.Multiple(() =>
        {
            // Seven per cent in a day is beyond the daily loss, and less than flattens.
            Assert.That(Probability(report, BreakerTier.PauseEntries), Is.EqualTo(crash).Within(0.05));
            Assert.That(Broken(report, LimitCatalogue.DailyLoss), Is.EqualTo(crash).Within(0.05));
            Assert.That(Broken(report, LimitCatalogue.AssetExposure), Is.EqualTo(1), "seven tenths in one instrument from the start");
            Assert.That(report.DaysToBreaker!.Median, Is.InRange(60, 130));
        });
    }

    [Test]
    public void What_is_flattened_loses_nothing_from_the_next_close_on()
    {
        var sudden = ModelScenarios.GapDown with { Jumps = new JumpLaw(1, -0.05, 0, 0, 0) };
        var report = Run(Books.Of(0.0001, 2_000_000m), new ChaosRequest(sudden, 50, 250, 1));
        Assert.Multiple(() =>
        {
            Assert.That(Probability(report, BreakerTier.Flatten), Is.EqualTo(1), "a tenth a day is twice the daily loss");
            Assert.That(report.DaysToBreaker!.Worst, Is.EqualTo(1));
            Assert.That(report.Loss.Worst, Is.EqualTo(2 * (1 - Math.Exp(-0.1))).Within(0.01), "two days of five per cent, twice levered");
            Assert.That(report.LossAfter!.Worst, Is.EqualTo(2 * (Math.Exp(-0.05) - Math.Exp(-0.1))).Within(0.01));
        });
    }

    [Test]
    public void Tighter_limits_open_breakers_no_less_often()
    {
        var book = Books.Of(0.01, 800_000m, -100_000m);
        var tight = book with { Limits = book.Limits.With(LimitCatalogue.Drawdown, 0.1).With(LimitCatalogue.DailyLoss, 0.02) };
        var request = new ChaosRequest(ModelScenarios.JumpDiffusion, 500, 100, 1);
        var (loose, strict) = (Run(book, request), Run(tight, request));
        Assert.That(strict.Tiers.Zip(loose.Tiers, (a, b) => a.Probability - b.Probability), Is.All.GreaterThanOrEqualTo(0));
    }

    [Test]
    public void Simulation_stops_when_it_is_canceled() => Assert.That(
        () => ChaosSimulation.Run(
            Books.Of(0.01, 1m), new ChaosRequest(Calm, 20_000, 1000, 1), new CancellationToken(canceled: true)),
        Throws.InstanceOf<OperationCanceledException>());

    [TestCase(0, 10)]
    [TestCase(20_001, 10)]
    [TestCase(10, 0)]
    [TestCase(10, 1001)]
    public void Request_beyond_the_bounds_has_a_problem(int paths, int steps) =>
        Assert.That(new ChaosRequest(Calm, paths, steps, 1).Problem(), Is.Not.Null);

    [Test]
    public void Book_of_nothing_is_not_moved()
    {
        var report = Run(Books.Of(0.01), new ChaosRequest(ModelScenarios.FlashCrash, 10, 10, 1));
        Assert.That((report.Loss.Worst, report.DaysToBreaker, report.LossAfter), Is.EqualTo((0.0, (ChaosSpread?)null, (ChaosSpread?)null)));
    }

    [Test]
    public void Spread_takes_the_value_that_its_share_does_not_pass() => Assert.That(
        ChaosSpread.Of(Enumerable.Range(1, 100).Select(one => (double)one)), Is.EqualTo(new ChaosSpread(50, 95, 99, 100)));

    private static ChaosReport Run(HeldBook book, ChaosRequest request) => ChaosSimulation.Run(book, request, CancellationToken.None);

    private static string Text(HeldBook book, int seed)
    {
        var report = Run(book, new ChaosRequest(ModelScenarios.JumpDiffusion, 200, 50, seed));
        return $"{report.Drawdown} {report.Loss} {string.Join(' ', report.Tiers)} {string.Join(' ', report.Limits)}";
    }

    private static RiskLimits Never() =>
        RiskLimits.Defaults.With(LimitCatalogue.Drawdown, 1).With(LimitCatalogue.DailyLoss, 1);

    private static double Probability(ChaosReport report, BreakerTier tier) => report.Tiers.Single(one => one.Tier == tier).Probability;

    private static double Broken(ChaosReport report, string limit) => report.Limits.Single(one => one.Name == limit).Probability;
}
