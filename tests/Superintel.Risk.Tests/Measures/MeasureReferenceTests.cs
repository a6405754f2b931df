using System.IO.Compression;
using System.Text.Json.Nodes;
using Superintel.Risk.Measures;
using Superintel.Risk.Measures.Covariances;
using Superintel.Risk.Measures.Tails;
using Superintel.Risk.Tests.Optimisation;
using Superintel.TestKit;

namespace Superintel.Risk.Tests.Measures;

/// <summary>Against scikit-learn, SciPy and empyrical through the shared reference. Closed forms to 1e-10 relative.</summary>
[Category(SharedData.Category)]
public sealed class MeasureReferenceTests
{
    [Test]
    public void Covariances_are_those_of_scikit_learn()
    {
        var reference = Reference.Read("covariance_pca_clustering");
        var panel = Equities([.. reference["symbols"]!.AsArray().Select(symbol => (string)symbol!)]);
        Assert.That(panel.Periods, Is.EqualTo((int)reference["rows"]!));
        var (wolf, oas) = (CovarianceEstimator.LedoitWolf(panel), CovarianceEstimator.Oas(panel));
        Assert.Multiple(() =>
        {
            Same(CovarianceEstimator.Sample(panel).Matrix, reference["sample_cov_ddof1"]!);
            Same(wolf.Matrix, reference["ledoit_wolf_sklearn"]!["cov"]!);
            Same(oas.Matrix, reference["oas_sklearn"]!["cov"]!);
            Assert.That(wolf.Shrinkage, Is.EqualTo((double)reference["ledoit_wolf_sklearn"]!["shrinkage"]!).Within(1e-10).Percent);
            Assert.That(oas.Shrinkage, Is.EqualTo((double)reference["oas_sklearn"]!["shrinkage"]!).Within(1e-8).Percent);
        });
    }

    [TestCase(0.01)]
    [TestCase(0.025)]
    [TestCase(0.05)]
    public void Parametric_tails_are_those_of_scipy(double tail)
    {
        var expected = Reference.Read("risk_metrics")["var_cvar"]![tail.ToString()]!;
        var returns = Spy();
        var normal = TailEstimator.Estimate(returns, 1 - tail, TailMethod.Normal);
        Assert.Multiple(() =>
        {
            Assert.That(normal.Var, Is.EqualTo((double)expected["normal_VaR"]!).Within(1e-10));
            Assert.That(normal.Cvar, Is.EqualTo((double)expected["normal_CVaR"]!).Within(1e-10));
            Assert.That(
                TailEstimator.Estimate(returns, 1 - tail, TailMethod.CornishFisher).Var,
                Is.EqualTo((double)expected["cornish_fisher_VaR"]!).Within(1e-10));
        });
    }

    [Test]
    public void Student_tail_is_the_maximum_of_the_likelihood()
    {
        var expected = Reference.Read("risk_metrics")["student_t_mle"]!;
        var found = StudentTail.Fit(Spy());
        Assert.Multiple(() =>
        {
            Assert.That(found.Freedom, Is.EqualTo((double)expected["df"]!).Within(1e-3));
            Assert.That(found.Location, Is.EqualTo((double)expected["loc"]!).Within(1e-6));
            Assert.That(found.Scale, Is.EqualTo((double)expected["scale"]!).Within(1e-6));
        });
    }

    [Test]
    public void Drawdowns_are_those_of_empyrical()
    {
        var expected = Reference.Read("risk_metrics")["drawdown"]!;
        var found = Drawdowns.Of(Spy());
        Assert.Multiple(() =>
        {
            Assert.That(found.Maximum, Is.EqualTo(-(double)expected["max_drawdown"]!).Within(1e-10));
            Assert.That(found.Ulcer, Is.EqualTo((double)expected["ulcer_index"]!).Within(1e-10));
            Assert.That(found.LongestPeriods, Is.EqualTo((int)expected["longest_underwater_days"]!));
        });
    }

    [TestCase(TailMethod.Historical)]
    [TestCase(TailMethod.Normal)]
    [TestCase(TailMethod.StudentT)]
    [TestCase(TailMethod.CornishFisher)]
    [TestCase(TailMethod.FilteredHistorical)]
    [TestCase(TailMethod.MonteCarlo)]
    public void Cvar_is_never_below_var_and_deeper_tails_lose_more(TailMethod method)
    {
        var returns = Spy();
        var (at95, at99) = (TailEstimator.Estimate(returns, 0.95, method), TailEstimator.Estimate(returns, 0.99, method));
        Assert.That(at95.Cvar, Is.GreaterThan(at95.Var).And.GreaterThan(0));
        Assert.That((at99.Var > at95.Var, at99.Cvar > at95.Cvar, at99.Cvar > at99.Var), Is.EqualTo((true, true, true)));
        Assert.That(TailEstimator.Estimate(returns, 0.95, method), Is.EqualTo(at95), "the same again");
    }

    [Test]
    public void Components_of_cvar_sum_to_it_and_the_marginal_is_its_slope()
    {
        var panel = Equities([.. Reference.Read("covariance_pca_clustering")["symbols"]!.AsArray().Take(4).Select(
            symbol => (string)symbol!)]);
        double[] weights = [0.4, 0.3, 0.2, 0.1];
        var share = TailContribution.Of(panel, weights, 0.95);
        Assert.That(share.Component.Sum(), Is.EqualTo(share.Cvar).Within(1e-14));
        Assert.That(share.Cvar, Is.EqualTo(TailRisk.HistoricalCvar(panel.Portfolio(weights), 0.95)).Within(1e-12));
        double[] more = [0.4 + 1e-7, 0.3, 0.2, 0.1];
        var slope = (TailRisk.HistoricalCvar(panel.Portfolio(more), 0.95) - share.Cvar) / 1e-7;
        Assert.That(slope, Is.EqualTo(share.Marginal[0]).Within(1e-6));
    }

    private static void Same(double[] found, JsonNode expected)
    {
        double[] flat = [.. expected.AsArray().SelectMany(row => row!.Numbers())];
        for (var i = 0; i < flat.Length; i++) Assert.That(found[i], Is.EqualTo(flat[i]).Within(1e-14));
    }

    private static double[] Spy() =>
        Closes("data/market/etf_daily_ohlcv_1993_2018.csv.gz", "adj_close", ["SPY"], "2010") is var closes
            ? [.. closes.Zip(closes.Skip(1), (before, after) => (after[0] / before[0]) - 1)]
            : [];

    private static ReturnPanel Equities(string[] symbols)
    {
        var closes = Closes("data/market/us_equities_daily_2013_2018.csv.gz", "close", symbols, "");
        return new ReturnPanel(
            symbols, [.. symbols.Select((_, i) => closes.Zip(closes.Skip(1), (before, after) => (after[i] / before[i]) - 1).ToArray())]);
    }

    // Rows of the dates that all symbols have, in order.
    private static List<double[]> Closes(string file, string field, string[] symbols, string from)
    {
        using var packed = new GZipStream(File.OpenRead(SharedData.Path(file)), CompressionMode.Decompress);
        using var text = new StreamReader(packed);
        var header = text.ReadLine()!.Split(',');
        var (symbol, at, close) = (Array.IndexOf(header, "symbol"), Array.IndexOf(header, "ts"), Array.IndexOf(header, field));
        var rows = new SortedDictionary<string, double[]>(StringComparer.Ordinal);
        while (text.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            var index = Array.IndexOf(symbols, cells[symbol]);
            if (index < 0 || string.CompareOrdinal(cells[at], from) < 0 || cells[close].Length == 0) continue;
            if (!rows.TryGetValue(cells[at], out var row)) rows[cells[at]] = row = [.. Enumerable.Repeat(double.NaN, symbols.Length)];
            row[index] = double.Parse(cells[close]);
        }
        return [.. rows.Values.Where(row => row.All(double.IsFinite))];
    }
}
