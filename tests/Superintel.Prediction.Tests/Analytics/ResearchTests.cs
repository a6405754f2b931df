using Superintel.Prediction.Analytics.LookAhead;
using Superintel.Prediction.Analytics.Performance;
using Superintel.Prediction.Analytics.Research;

namespace Superintel.Prediction.Tests.Analytics;

internal sealed class ResearchTests
{
    private static readonly WalkForwardOptions Windows = new(120, 30);
    private static readonly PairRule Rule = new(1.5, 0.3, 5);

    [TestCase(null)]
    [TestCase(40)]
    public void Prover_on_the_walk_forward_study_finds_nothing(int? scoreWindow)
    {
        var (y, x) = PricePair(1, 600);
        var study = new WalkForwardStudy(Windows with { ScoreWindow = scoreWindow }, Rule);
        Assert.That(LookAheadProver.Find(study, [y, x], 1, null, CancellationToken.None), Is.Null);
    }

    [Test]
    public void Prover_on_the_whole_sample_study_catches_it_at_the_first_cut()
    {
        var (y, x) = PricePair(2, 300);
        var violation = LookAheadProver.Find(new WholeSampleStudy(Rule), [y, x], 7, null, CancellationToken.None);
        Assert.That(violation, Is.Not.Null);
        Assert.That((violation!.Output, violation.Bar, violation.Cut), Is.EqualTo(("hedgeRatio", 0, 21)));
        Assert.That(violation.Full, Is.Not.EqualTo(violation.Truncated));
    }

    [Test]
    public void Prover_when_a_study_peeks_one_bar_ahead_catches_it()
    {
        var (y, x) = PricePair(3, 200);
        Assert.That(LookAheadProver.Find(new Peeking(), [y, x], 50, null, CancellationToken.None)?.Output, Is.EqualTo("tomorrow"));
    }

    [Test]
    public void PairSimulator_never_fills_on_the_bar_that_decides()
    {
        var (y, x) = PricePair(4, 400);
        var tape = PairTape.WalkForward(y, x, Windows);
        var trades = new PairTrade[200];
        var totals = PairSimulator.Run(tape, Rule, default, trades: trades);
        Assert.That(totals.Trades, Is.GreaterThan(3));
        foreach (var trade in trades.Take(totals.Trades))
        {
            double decided = tape.Scores.Span[trade.EntryBar - 1];
            Assert.That(-Math.Sign(decided), Is.EqualTo(trade.Direction));
            Assert.That(Math.Abs(decided), Is.GreaterThanOrEqualTo(Rule.Entry));
        }
    }

    [Test]
    public void PairSimulator_when_costs_rise_never_earns_more()
    {
        var (y, x) = PricePair(5, 800);
        var tape = PairTape.WalkForward(y, x, Windows);
        double before = double.PositiveInfinity;
        foreach (double bps in new[] { 0.0, 1, 5, 25 })
        {
            double earned = PairSimulator.Run(tape, Rule, new PairCosts(bps, bps, bps, 0, 100 * bps, 0.01 * bps)).ProfitAndLoss;
            Assert.That(earned, Is.LessThan(before));
            before = earned;
        }
    }

    [Test]
    public void PairSimulator_sums_of_bars_trades_and_costs_agree()
    {
        var (y, x) = PricePair(6, 700);
        var tape = PairTape.WalkForward(y, x, Windows);
        double[] profit = new double[y.Length - tape.First];
        var trades = new PairTrade[300];
        var costs = new PairCosts(1, 2, 3);
        var totals = PairSimulator.Run(tape, Rule, costs, 10_000, 252, profit, trades);
        Assert.That(profit.Sum(), Is.EqualTo(totals.ProfitAndLoss).Within(1e-8));
        Assert.That(trades.Take(totals.Trades).Sum(t => t.ProfitAndLoss), Is.EqualTo(totals.ProfitAndLoss).Within(1e-8));
        Assert.That(totals.Costs, Is.EqualTo(totals.Traded * costs.FillFraction).Within(1e-8));
    }

    [Test]
    public void Sweep_of_worthless_rules_deflates_the_best_of_them()
    {
        var random = new Random(7);
        double[] y = Array.ConvertAll(RandomWalks.Walk(random, 1200), Math.Exp);
        double[] x = Array.ConvertAll(RandomWalks.Walk(random, 1200), Math.Exp);
        PairRule[] rules = [.. Enumerable.Range(0, 400).Select(i => new PairRule(1 + (0.05 * (i % 20)), -0.5 + (0.05 * (i / 20))))];
        var tape = PairTape.WalkForward(y, x, Windows);
        var sweep = ParameterSweep.Run(tape, rules, new PairCosts(1), 10_000, 252, null, CancellationToken.None);
        Assert.That(sweep.Outcomes, Has.Count.EqualTo(400));
        Assert.That(sweep.DeflatedSharpe, Is.LessThan(0.95));
    }

    [Test]
    public void Deflated_Sharpe_equals_the_published_example()
    {
        // Bailey and Lopez de Prado (2014), section "A numerical example": annual ratio 2.5 on 250 bars a year, 1250 bars, skewness -3,
        // kurtosis 10, 100 trials with annual variance 1/2: expected maximum 0.1132 per bar, deflated 0.9004. Printed to four digits.
        double deviation = Math.Sqrt(0.5 / 250);
        var moments = new Prediction.Analytics.Diagnostics.MomentSummary(0, 1, -3, 10, 1250);
        double expected = SharpeConfidence.ExpectedMaximum(100, deviation);
        Assert.That(expected, Is.EqualTo(0.1132).Within(1e-4));
        Assert.That(SharpeConfidence.Probabilistic(2.5 / Math.Sqrt(250), expected, moments), Is.EqualTo(0.9004).Within(1e-4));
    }

    [Test]
    public void Purged_folds_cover_every_row_once_and_keep_labels_apart()
    {
        foreach (var (rows, folds, horizon, embargo) in new[] { (100, 5, 3, 4), (101, 7, 10, 0), (20, 20, 0, 1) })
        {
            var split = PurgedCrossValidation.Split(rows, folds, horizon, embargo);
            Assert.That(split.Sum(f => f.Test.End.Value - f.Test.Start.Value), Is.EqualTo(rows));
            foreach (var fold in split)
            {
                // A training row's label ends before the test begins, and the test's labels end before training resumes.
                Assert.That(fold.TrainBefore.End.Value + horizon, Is.LessThanOrEqualTo(Math.Max(fold.Test.Start.Value, horizon)));
                Assert.That(fold.TrainAfter.Start.Value, Is.EqualTo(Math.Min(rows, fold.Test.End.Value + horizon + embargo)));
            }
        }
    }

    [Test]
    public void Bootstrap_with_one_seed_repeats_itself_and_keeps_the_mean()
    {
        var random = new Random(9);
        double[] returns = [.. Enumerable.Range(0, 1000).Select(_ => 0.001 + (0.01 * RandomWalks.Gaussian(random)))];
        var first = MonteCarlo.Run(returns, 500, 10, 252, 42);
        Assert.That(MonteCarlo.Run(returns, 500, 10, 252, 42), Is.EqualTo(first));
        double sharpe = PerformanceMeasures.Of(returns).Sharpe;
        Assert.That(first.Sharpe.Low, Is.LessThan(sharpe));
        Assert.That(first.Sharpe.High, Is.GreaterThan(sharpe));
        Assert.That(first.Sharpe.Median, Is.EqualTo(sharpe).Within(0.2));
    }

    private static (double[] Y, double[] X) PricePair(int seed, int length)
    {
        var random = new Random(seed);
        double[] x = RandomWalks.Walk(random, length);
        double[] spread = RandomWalks.Reverting(random, length, 0.8, 0.01);
        return ([.. x.Zip(spread, (level, e) => Math.Exp(0.5 + (0.9 * level) + e))], Array.ConvertAll(x, Math.Exp));
    }

    private sealed class Peeking : IBarStudy
    {
        public IReadOnlyList<string> Outputs { get; } = ["today", "tomorrow"];

        public int WarmUp => 1;

        public IReadOnlyList<double[]> Compute(IReadOnlyList<double[]> series) =>
            [series[0], [.. series[0].Skip(1), series[0][^1]]];
    }
}
