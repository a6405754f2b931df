using FsCheck;
using FsCheck.Fluent;
using Superintel.Prediction.Analytics.Cointegration;
using Superintel.Prediction.Analytics.Hedging;
using Superintel.Prediction.Analytics.Spread;
using Superintel.Prediction.Analytics.UnitRoot;

namespace Superintel.Prediction.Tests.Analytics;

/// <summary>Invariances and recovery of planted parameters.</summary>
internal sealed class PropertyTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, 1_000_000).ToArbitrary();

    [Test]
    public void AugmentedDickeyFuller_is_invariant_to_scale_and_shift() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Seeds, seed =>
    {
        var random = new Random(seed);
        double[] series = RandomWalks.Walk(random, 150);
        double scale = Math.Pow(10, (6 * random.NextDouble()) - 3);
        double shift = 100 * (random.NextDouble() - 0.5);
        foreach (var trend in new[] { DeterministicTrend.Constant, DeterministicTrend.ConstantTrend })
        {
            var one = AugmentedDickeyFuller.Test(series, trend);
            var other = AugmentedDickeyFuller.Test(Array.ConvertAll(series, v => shift + (scale * v)), trend);
            Assert.That(other.UsedLag, Is.EqualTo(one.UsedLag));
            Assert.That(other.Statistic, Is.EqualTo(one.Statistic).Within(1e-6 * (1 + Math.Abs(one.Statistic))));
        }
    }));

    [Test]
    public void EngleGranger_is_invariant_to_affine_maps_of_either_series() =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Seeds, seed =>
    {
        var random = new Random(seed);
        double[] y = RandomWalks.Walk(random, 200);
        double[] x = RandomWalks.Walk(random, 200);
        var one = EngleGranger.Test(y, x);
        var other = EngleGranger.Test(Array.ConvertAll(y, v => 3 - (50 * v)), Array.ConvertAll(x, v => (0.02 * v) - 7));
        Assert.That(other.UsedLag, Is.EqualTo(one.UsedLag));
        Assert.That(other.Statistic, Is.EqualTo(one.Statistic).Within(1e-7 * (1 + Math.Abs(one.Statistic))));
        Assert.That(other.Slope, Is.EqualTo(-50 * one.Slope / 0.02).Within(1e-7 * Math.Abs(50 * one.Slope / 0.02)));
    }));

    [Test]
    public void Johansen_eigenvalues_are_invariant_to_linear_mixtures() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Seeds, seed =>
    {
        var random = new Random(seed);
        double[][] walks = [.. Enumerable.Range(0, 3).Select(_ => RandomWalks.Walk(random, 120))];
        double[] first = [.. walks.SelectMany(w => w)];
        double[] mixed =
        [
            .. walks[0].Zip(walks[1], (a, b) => a + (0.5 * b)),
            .. walks[1].Zip(walks[2], (a, b) => (2 * a) - b),
            .. walks[2].Zip(walks[0], (a, b) => 5 + (3 * a) + b),
        ];
        var one = Johansen.Test(first, 120);
        var other = Johansen.Test(mixed, 120);
        Assert.That(other.Eigenvalues, Is.EqualTo(one.Eigenvalues).Within(1e-9));
    }));

    [Test]
    public void OrnsteinUhlenbeck_on_simulated_paths_recovers_its_parameters()
    {
        // 20,000 bars: theta within 15 %, mu within four standard errors, sigma within 3 %.
        double phi = Math.Exp(-0.05);
        double[] path = RandomWalks.Reverting(new Random(11), 20_000, phi, 0.02 * Math.Sqrt((1 - (phi * phi)) / 0.1));
        var process = OrnsteinUhlenbeck.Fit(Array.ConvertAll(path, v => 3 + v));
        Assert.That(process.Theta, Is.EqualTo(0.05).Within(0.0075));
        Assert.That(process.Mu, Is.EqualTo(3).Within(0.02));
        Assert.That(process.Sigma, Is.EqualTo(0.02).Within(0.0006));
    }

    [Test]
    public void Bertram_optimum_beats_its_neighbours()
    {
        var process = new OrnsteinUhlenbeckProcess(0.05, 1.5, 0.02, 0);
        var best = Bertram.MaximiseExpectedReturn(process, 0.01);
        foreach (double nudge in new[] { -0.003, 0.003 })
        {
            Assert.That(Bertram.At(process, best.Entry + nudge, best.Exit - nudge, 0.01).ExpectedReturn, Is.LessThan(best.ExpectedReturn));
        }

        Assert.That(best.Entry + best.Exit, Is.EqualTo(3).Within(1e-12));
    }

    [Test]
    public void Hedge_ratios_of_a_planted_pair_agree()
    {
        var random = new Random(12);
        double[] x = RandomWalks.Walk(random, 3000, 0.02);
        double[] spread = RandomWalks.Reverting(random, 3000, 0.9, 0.005);
        double[] y = [.. x.Zip(spread, (level, e) => 1 + (1.3 * level) + e)];
        double[] both = [.. y, .. x];
        Assert.That(TotalLeastSquares.Fit(y, x).Slope, Is.EqualTo(1.3).Within(0.02));
        Assert.That(JohansenHedge.Fit(both, 3000).HedgeRatio, Is.EqualTo(1.3).Within(0.02));
        Assert.That(BoxTiao.Fit(both, 3000).HedgeRatio, Is.EqualTo(1.3).Within(0.02));
        Assert.That(MinimumHalfLife.Fit(both, 3000).HedgeRatio, Is.EqualTo(1.3).Within(0.02));
        Assert.That(DickeyFullerOptimal.Fit(y, x).HedgeRatio, Is.EqualTo(1.3).Within(0.02));
    }

    [Test]
    public void MinimumHalfLife_beats_every_other_ratio() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Seeds, seed =>
    {
        var random = new Random(seed);
        double[] y = RandomWalks.Walk(random, 120);
        double[] x = RandomWalks.Walk(random, 120);
        double least = MinimumHalfLife.Fit([.. y, .. x], 120).Objective;
        for (int i = 0; i < 20; i++)
        {
            double ratio = Math.Tan(Math.PI * (random.NextDouble() - 0.5));
            double[] spread = [.. y.Zip(x, (a, b) => a - (ratio * b))];
            Assert.That(HalfLife.Estimate(spread).Lambda, Is.GreaterThanOrEqualTo(least - 1e-9));
        }
    }));

    [Test]
    public void Hurst_of_a_walk_is_near_one_half_and_of_a_reverting_spread_below()
    {
        var random = new Random(13);
        double[] walk = RandomWalks.Walk(random, 20_000);
        double[] spread = RandomWalks.Reverting(random, 20_000, 0.8, 1);
        Assert.That(Hurst.VarianceScaling(walk), Is.EqualTo(0.5).Within(0.05));
        Assert.That(Hurst.VarianceScaling(spread), Is.LessThan(0.2));
        Assert.That(Hurst.RescaledRange(walk), Is.EqualTo(0.55).Within(0.08));
    }

    [Test]
    public void ZScore_rolling_equals_the_window_by_itself() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Seeds, seed =>
    {
        var random = new Random(seed);
        double[] series = RandomWalks.Walk(random, 300, 0.01, 1000 * random.NextDouble());
        int window = random.Next(2, 80);
        double[] scores = new double[300];
        ZScore.Rolling(series, window, scores);
        for (int t = 0; t < 300; t++)
        {
            double expected = t + 1 < window ? double.NaN : ZScore.Last(series.AsSpan(t + 1 - window, window));
            Assert.That(scores[t], Is.EqualTo(expected).Within(1e-6));
        }
    }));
}
