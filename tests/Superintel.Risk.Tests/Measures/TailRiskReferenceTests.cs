using System.IO.Compression;
using System.Text.Json;
using Superintel.Risk.Measures;
using Superintel.TestKit;

namespace Superintel.Risk.Tests.Measures;

/// <summary>Against the shared reference: SPY from 2010, simple returns; VaR by inverted_cdf, CVaR by Acerbi's exact formula.</summary>
[Category(SharedData.Category)]
public sealed class TailRiskReferenceTests
{
    [TestCase(0.01)]
    [TestCase(0.025)]
    [TestCase(0.05)]
    public void Var_and_cvar_agree_with_the_reference(double tail)
    {
        using var reference = JsonDocument.Parse(File.ReadAllText(SharedData.Path("data/reference/risk_metrics.json")));
        var expected = reference.RootElement.GetProperty("var_cvar").GetProperty(tail.ToString());
        var byMethod = expected.GetProperty("historical_VaR_by_quantile_method");
        var returns = Returns();
        Assert.Multiple(() =>
        {
            Assert.That(returns, Has.Length.EqualTo(reference.RootElement.GetProperty("n").GetInt32()));
            Assert.That(
                TailRisk.HistoricalVar(returns, 1 - tail),
                Is.EqualTo(byMethod.GetProperty("inverted_cdf").GetDouble()).Within(1e-10));
            Assert.That(
                TailRisk.HistoricalCvar(returns, 1 - tail), Is.EqualTo(expected.GetProperty("acerbi_exact_ES").GetDouble()).Within(1e-10));
        });
    }

    private static double[] Returns()
    {
        var path = SharedData.Path("data/market/etf_daily_ohlcv_1993_2018.csv.gz");
        using var file = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var text = new StreamReader(file);
        var header = text.ReadLine()!.Split(',');
        var (symbol, at, close) = (Array.IndexOf(header, "symbol"), Array.IndexOf(header, "ts"), Array.IndexOf(header, "adj_close"));
        var closes = new List<double>();
        while (text.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            if (cells[symbol] == "SPY" && string.CompareOrdinal(cells[at], "2010") >= 0) closes.Add(double.Parse(cells[close]));
        }
        return [.. closes.Zip(closes.Skip(1), (before, after) => after / before - 1)];
    }
}
