using Superintel.Prediction.Analytics.Performance;
using Superintel.Prediction.Analytics.Research;

namespace Superintel.Prediction.Research.Pairs;

/// <summary>One simulated rule with everything about it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Totals">Sums in currency.</param>
/// <param name="Trades">Round trips.</param>
/// <param name="Returns">Simple returns per bar on the equity of the bar before.</param>
/// <param name="Equity">Capital per traded bar.</param>
/// <param name="Capital">Capital at the start: twice the notional.</param>
/// <param name="Measures">Of the returns.</param>
public sealed record PairRun(
    PairRule Rule,
    PairTotals Totals,
    IReadOnlyList<PairTrade> Trades,
    double[] Returns,
    double[] Equity,
    double Capital,
    PerformanceReport Measures)
{
    public static PairRun Of(PairTape tape, PairRule rule, PairCosts costs, double notional, double barsPerYear)
    {
        int bars = tape.Y.Length - tape.First;
        double[] profit = new double[bars];
        var trades = new PairTrade[(bars / 2) + 1];
        var totals = PairSimulator.Run(tape, rule, costs, notional, barsPerYear, profit, trades);
        double capital = 2 * notional;
        double[] returns = new double[bars];
        double[] equity = new double[bars];
        double before = capital;
        for (int i = 0; i < bars; i++)
        {
            equity[i] = before + profit[i];
            returns[i] = before > 0 ? profit[i] / before : 0;
            before = equity[i];
        }

        return new PairRun(rule, totals, trades[..totals.Trades], returns, equity, capital, PerformanceMeasures.Of(returns, barsPerYear));
    }
}
