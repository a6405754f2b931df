using System.Runtime.Intrinsics;
using Superintel.Prediction.Analytics;
using Superintel.Prediction.Analytics.Cointegration;
using Superintel.Prediction.Analytics.Screening;

namespace Superintel.Prediction.Tests.Analytics;

/// <summary>The lane kernel must be the one-pair version: statistics to 1e-9 relative to 1 + |t|, lags exactly.</summary>
internal sealed class PairScreenTests
{
    [TestCase(ScreenWidth.Bits128, 12, 300)]
    [TestCase(ScreenWidth.Bits256, 12, 301)]
    [TestCase(ScreenWidth.Bits512, 12, 302)]
    [TestCase(ScreenWidth.Bits512, 0, 40)]
    [TestCase(ScreenWidth.Bits256, 1, 50)]
    [TestCase(ScreenWidth.Bits128, 5, 97)]
    public void Lanes_on_random_walks_equal_the_one_pair_version(ScreenWidth width, int lag, int length)
    {
        double[][] universe = RandomWalks.Universe(17, 21, length);
        var lanes = PairScreen.Run(universe, new PairScreenOptions(lag, true, 1, width), null, CancellationToken.None);
        var one = PairScreen.Run(universe, new PairScreenOptions(lag, true, 1, ScreenWidth.OnePair), null, CancellationToken.None);
        Same(lanes, one);
    }

    [Test]
    public void Lanes_on_the_sample_equal_the_one_pair_version()
    {
        var table = Table.Read(RepositoryFiles.Sample("dow30_close_daily_1990_2001.csv"));
        string[] names = ["AA", "AXP", "T", "BA", "CAT", "C", "KO", "DD", "EK", "XOM", "GE", "GM", "HWP", "HD", "HON", "INTC", "IBM"];
        double[][] closes = [.. names.Select(table.Logs)];
        Same(
            PairScreen.Run(closes, new PairScreenOptions(12, true), null, CancellationToken.None),
            PairScreen.Run(closes, new PairScreenOptions(12, true, 1, ScreenWidth.OnePair), null, CancellationToken.None));
    }

    [Test]
    public void Screen_when_two_series_are_one_in_two_dresses_refuses_that_pair_alone()
    {
        double[][] universe = RandomWalks.Universe(3, 5, 200);
        universe[3] = Array.ConvertAll(universe[1], v => 2 + (3 * v));
        foreach (var width in Enum.GetValues<ScreenWidth>())
        {
            var results = PairScreen.Run(universe, new PairScreenOptions(4, false, 1, width), null, CancellationToken.None);
            var refused = results.Where(r => r.Refusal is not null).ToArray();
            (int, int, string?)[] expected = [(1, 3, SeriesFaultCodes.CollinearSeries)];
            Assert.That(refused.Select(r => (r.First, r.Second, r.Refusal)), Is.EqualTo(expected));
            Assert.That(results.All(r => double.IsFinite(r.Statistic)), Is.True);
        }
    }

    [Test]
    public void Screen_when_series_nearly_coincide_still_equals_the_one_pair_version()
    {
        var random = new Random(5);
        double[][] universe = RandomWalks.Universe(4, 9, 250);
        for (int i = 1; i < 9; i += 2)
        {
            double noise = Math.Pow(10, -2 - i);
            universe[i] = Array.ConvertAll(universe[i - 1], v => v + (noise * RandomWalks.Gaussian(random)));
        }

        Same(
            PairScreen.Run(universe, new PairScreenOptions(6, true), null, CancellationToken.None),
            PairScreen.Run(universe, new PairScreenOptions(6, true, 1, ScreenWidth.OnePair), null, CancellationToken.None));
    }

    [Test]
    public void Screen_with_two_workers_equals_one_worker_bit_for_bit()
    {
        double[][] universe = RandomWalks.Universe(8, 40, 150);
        var one = PairScreen.Run(universe, new PairScreenOptions(12, true), null, CancellationToken.None);
        var two = PairScreen.Run(universe, new PairScreenOptions(12, true, 2), null, CancellationToken.None);
        Assert.That(two, Is.EqualTo(one));
    }

    [Test]
    public void Screen_when_cancelled_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.That(
            () => PairScreen.Run(RandomWalks.Universe(1, 6, 100), new PairScreenOptions(), null, source.Token),
            Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void Screen_reports_progress_up_to_every_pair()
    {
        var progress = new Recorder();
        PairScreen.Run(RandomWalks.Universe(1, 11, 100), new PairScreenOptions(), progress, CancellationToken.None);
        Assert.That(progress.Last, Is.EqualTo(55));
    }

    private static void Same(PairStatistic[] actual, PairStatistic[] expected)
    {
        Assert.That(actual, Has.Length.EqualTo(expected.Length));
        for (int i = 0; i < actual.Length; i++)
        {
            string what = $"pair {expected[i].First},{expected[i].Second}";
            Assert.That((actual[i].First, actual[i].Second), Is.EqualTo((expected[i].First, expected[i].Second)), what);
            Assert.That(actual[i].UsedLag, Is.EqualTo(expected[i].UsedLag), what);
            Assert.That(actual[i].Statistic, Is.EqualTo(expected[i].Statistic).Within(1e-9 * (1 + Math.Abs(expected[i].Statistic))), what);
            Assert.That(actual[i].PValue, Is.EqualTo(expected[i].PValue).Within(1e-9), what);
            double ratio = expected[i].HedgeRatio;
            Assert.That(actual[i].HedgeRatio, Is.EqualTo(ratio).Within(1e-9 * (1 + Math.Abs(ratio))), what);
        }
    }

    private sealed class Recorder : IProgress<int>
    {
        public int Last { get; private set; }

        public void Report(int value) => Last = Math.Max(Last, value);
    }
}
