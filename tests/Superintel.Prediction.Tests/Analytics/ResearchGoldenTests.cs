using Superintel.Prediction.Analytics.Diagnostics;
using Superintel.Prediction.Analytics.Performance;
using Superintel.Prediction.Analytics.Research;

namespace Superintel.Prediction.Tests.Analytics;

/// <summary>The pair backtester and the measures against an independent implementation.</summary>
[Category("Shared")]
internal sealed class ResearchGoldenTests
{
    [Test]
    public void PairSimulator_on_three_real_pairs_equals_the_golden_backtest_to_a_millionth_of_a_dollar()
    {
        var golden = Reference.Read(RepositoryFiles.Shared("reference/golden_backtest_pairs.json"));
        foreach (var expected in golden.GetProperty("cases").EnumerateArray())
        {
            var (y, x) = JoinedPair.Read(
                RepositoryFiles.Shared(golden.Word("input")!), "close", expected.Word("y")!, expected.Word("x")!);
            var tape = PairTape.WalkForward(y, x, new WalkForwardOptions(504, int.MaxValue, 60));
            double[] profit = new double[y.Length - tape.First];
            var trades = new PairTrade[100];
            var totals = PairSimulator.Run(
                tape, new PairRule(2, 0.5, 4), new PairCosts(FeeBps: 1, FeePerShare: 0.005), 10_000, 252, profit, trades);
            string what = $"{expected.Word("y")}/{expected.Word("x")}";
            double equity = 0;
            double[] path = Array.ConvertAll(profit, p => equity += p);
            Assert.That(path, Is.EqualTo(expected.GetProperty("equity").Doubles()).Within(1e-6), what);
            Assert.That(totals.ProfitAndLoss, Is.EqualTo(expected.GetProperty("final_pnl").GetDouble()).Within(1e-6), what);
            Assert.That(totals.MaximumDrawdown, Is.EqualTo(-expected.GetProperty("max_drawdown_dollars").GetDouble()).Within(1e-6), what);
            Agree.With(expected.GetProperty("sharpe_annualised_252").GetDouble(), totals.SharpePerBar * Math.Sqrt(252), Agree.Closed, what);
            var each = expected.GetProperty("trades").EnumerateArray().ToArray();
            Assert.That(totals.Trades, Is.EqualTo(each.Length), what);
            for (int i = 0; i < each.Length; i++)
            {
                Assert.That(trades[i].ProfitAndLoss, Is.EqualTo(each[i].GetProperty("pnl").GetDouble()).Within(1e-6), what);
                Assert.That(trades[i].QuantityX, Is.EqualTo(each[i].GetProperty("qty_x").GetDouble()).Within(1e-8), what);
                Assert.That(trades[i].Direction, Is.EqualTo(each[i].GetProperty("direction").GetInt32()), what);
            }
        }
    }

    [Test]
    public void PerformanceMeasures_of_a_real_index_equal_empyrical()
    {
        // Closed forms: 1e-8 relative.
        var golden = Reference.Read(RepositoryFiles.Shared("reference/risk_metrics.json"));
        double[] levels = LongSeries.Read(
            RepositoryFiles.Shared("market/etf_daily_ohlcv_1993_2018.csv.gz"), "adj_close", "SPY", "2010", "2019");
        double[] returns = [.. levels.Skip(1).Zip(levels, (b, a) => (b / a) - 1)];
        Assert.That(returns, Has.Length.EqualTo(golden.GetProperty("n").GetInt32()));
        var actual = PerformanceMeasures.Of(returns);
        var expected = golden.GetProperty("empyrical");
        Agree.With(expected.GetProperty("annual_return").GetDouble(), actual.AnnualReturn, Agree.Closed, "annual return");
        Agree.With(expected.GetProperty("cum_return").GetDouble(), actual.TotalReturn, Agree.Closed, "total return");
        Agree.With(expected.GetProperty("annual_volatility").GetDouble(), actual.AnnualVolatility, Agree.Closed, "volatility");
        Agree.With(expected.GetProperty("sharpe_rf0").GetDouble(), actual.Sharpe, Agree.Closed, "Sharpe");
        Agree.With(expected.GetProperty("sortino").GetDouble(), actual.Sortino, Agree.Closed, "Sortino");
        Agree.With(expected.GetProperty("calmar").GetDouble(), actual.Calmar, Agree.Closed, "Calmar");
        Agree.With(-expected.GetProperty("max_drawdown").GetDouble(), actual.MaximumDrawdown, Agree.Closed, "drawdown");
        Agree.With(-expected.GetProperty("cvar_5").GetDouble(), actual.ConditionalValueAtRisk, Agree.Closed, "CVaR");
        var sharpe = golden.GetProperty("sharpe_statistics");
        Agree.With(sharpe.GetProperty("psr_vs_0").GetDouble(), actual.ProbabilisticSharpe, Agree.Iterative, "probabilistic Sharpe");
        Agree.With(golden.GetProperty("skew_population").GetDouble(), MomentSummary.Of(returns).Skewness, Agree.Closed, "skewness");
    }
}
