using System.IO.Compression;
using Superintel.Risk.Stress.Models;
using Superintel.TestKit;

namespace Superintel.Risk.Tests.Stress;

/// <summary>The parameters of drawn scenarios against the prices that they are said to come from.</summary>
[Category(SharedData.Category)]
public sealed class ModelSourceTests
{
    [Test]
    public void Jumps_are_the_days_beyond_four_deviations()
    {
        var closes = Days().Select(day => day.Close).ToArray();
        double[] returns = [.. closes.Zip(closes.Skip(1), (before, after) => Math.Log(after / before))];
        var (variance, jumps) = (returns.Take(20).Sum(one => one * one) / 20, new List<double>());
        for (var i = 0; i < returns.Length; i++)
        {
            if (i >= 20 && Math.Abs(returns[i]) > 4 * Math.Sqrt(variance)) jumps.Add(returns[i]);
            if (i >= 20) variance = (0.94 * variance) + (0.06 * returns[i] * returns[i]);
        }

        Same(ModelScenarios.JumpDiffusion.Jumps!, jumps, returns.Length - 20);
    }

    [Test]
    public void Gaps_are_the_openings_two_percent_down()
    {
        var days = Days();
        double[] nights = [.. days.Zip(days.Skip(1), (before, after) => Math.Log(after.Open / before.Close))];
        Same(ModelScenarios.GapDown.Jumps!, [.. nights.Where(gap => gap < -0.02)], nights.Length);
    }

    [Test]
    public void Flash_crash_is_the_low_of_the_day_and_what_its_close_made_good()
    {
        var days = Days();
        var at = days.FindIndex(day => day.On.StartsWith("2010-05-06", StringComparison.Ordinal));
        var (before, low, close) = (days[at - 1].Close, days[at].Low, days[at].Close);
        Assert.Multiple(() =>
        {
            var law = ModelScenarios.FlashCrash.Jumps!;
            Assert.That(law.Mean, Is.EqualTo(Math.Log(low / before)).Within(1e-4));
            Assert.That(law.Recovery, Is.EqualTo(1 - (Math.Log(close / before) / Math.Log(low / before))).Within(1e-3));
        });
    }

    private static void Same(JumpLaw law, List<double> jumps, int days) => Assert.Multiple(() =>
    {
        var mean = jumps.Average();
        Assert.That(law.PerDay, Is.EqualTo((double)jumps.Count / days).Within(1e-4));
        Assert.That(law.Mean, Is.EqualTo(mean).Within(1e-4));
        Assert.That(law.Deviation, Is.EqualTo(Math.Sqrt(jumps.Average(one => (one - mean) * (one - mean)))).Within(1e-4));
    });

    private static List<(string On, double Open, double Low, double Close)> Days()
    {
        using var packed = new GZipStream(
            File.OpenRead(SharedData.Path("data/market/etf_daily_ohlcv_1993_2018.csv.gz")), CompressionMode.Decompress);
        using var text = new StreamReader(packed);
        var header = text.ReadLine()!.Split(',');
        int Column(string name) => Array.IndexOf(header, name);
        var days = new List<(string, double, double, double)>();
        while (text.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            double Number(string name) => double.Parse(cells[Column(name)]);
            if (cells[Column("symbol")] == "SPY") days.Add((cells[Column("ts")], Number("open"), Number("low"), Number("close")));
        }

        return days;
    }
}
