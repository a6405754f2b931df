using Superintel.Prediction.Analytics.Diagnostics;
using Superintel.Prediction.Analytics.Performance;

namespace Superintel.Prediction.Analytics.Research;

/// <summary>Many rules over one tape.</summary>
public static class ParameterSweep
{
    /// <summary>Runs every rule and deflates the best.</summary>
    /// <param name="tape">The tape: its hedge ratios and scores do not depend on the rule.</param>
    /// <param name="rules">Rules, at least one.</param>
    /// <param name="costs">What trading costs.</param>
    /// <param name="notional">Currency in the first leg.</param>
    /// <param name="barsPerYear">Bars per year.</param>
    /// <param name="progress">Told the share of the rules tried, 0 to 1.</param>
    /// <param name="cancellationToken">Stops between rules.</param>
    public static SweepResult Run(
        PairTape tape,
        IReadOnlyList<PairRule> rules,
        PairCosts costs,
        double notional,
        double barsPerYear,
        IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfZero(rules.Count);
        var outcomes = new SweepOutcome[rules.Count];
        int best = 0;
        for (int i = 0; i < outcomes.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            outcomes[i] = new SweepOutcome(rules[i], PairSimulator.Run(tape, rules[i], costs, notional, barsPerYear));
            best = outcomes[i].Totals.SharpePerBar > outcomes[best].Totals.SharpePerBar ? i : best;
            progress?.Report((i + 1) / (double)outcomes.Length);
        }

        double deviation = Deviation(outcomes);
        double[] profit = new double[tape.Y.Length - tape.First];
        PairSimulator.Run(tape, rules[best], costs, notional, barsPerYear, profit);
        double deflated = Array.TrueForAll(profit, p => p == profit[0])
            ? 0
            : SharpeConfidence.Deflated(MomentSummary.Of(profit), outcomes.Length, deviation);
        return new SweepResult(outcomes, best, deviation, deflated);
    }

    private static double Deviation(SweepOutcome[] outcomes)
    {
        double mean = outcomes.Average(o => o.Totals.SharpePerBar);
        double squares = outcomes.Sum(o => (o.Totals.SharpePerBar - mean) * (o.Totals.SharpePerBar - mean));
        return outcomes.Length > 1 ? Math.Sqrt(squares / (outcomes.Length - 1)) : 0;
    }
}
