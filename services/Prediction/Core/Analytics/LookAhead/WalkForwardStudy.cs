using Superintel.Prediction.Analytics.Kalman;
using Superintel.Prediction.Analytics.Research;

namespace Superintel.Prediction.Analytics.LookAhead;

/// <summary>The pair backtester's own features, hedge ratios and signals, bar by bar.</summary>
public sealed class WalkForwardStudy(WalkForwardOptions options, PairRule rule) : IBarStudy
{
    public IReadOnlyList<string> Outputs { get; } = ["intercept", "hedgeRatio", "score", "signal", "kalmanHedgeRatio", "kalmanInnovation"];

    public int WarmUp => options.TrainBars + 2;

    public IReadOnlyList<double[]> Compute(IReadOnlyList<double[]> series)
    {
        var tape = PairTape.WalkForward(series[0], series[1], options);
        double[] scores = tape.Scores.ToArray();
        double[] slopes = new double[scores.Length];
        double[] innovations = new double[scores.Length];
        var filter = KalmanHedgeRatio.WithDelta(1e-4, 1e-3);
        for (int t = 0; t < scores.Length; t++)
        {
            innovations[t] = filter.Update(Math.Log(series[0][t]), Math.Log(series[1][t])).Value;
            slopes[t] = filter.Slope;
        }

        return [tape.Intercepts.ToArray(), tape.Slopes.ToArray(), scores, Signals(scores, tape.First, rule), slopes, innovations];
    }

    /// <summary>Direction wanted after every bar.</summary>
    internal static double[] Signals(double[] scores, int first, in PairRule rule)
    {
        double[] signals = new double[scores.Length];
        int direction = 0;
        int entered = 0;
        for (int t = first; t < scores.Length; t++)
        {
            bool expired = rule.MaximumHolding > 0 && t - entered >= rule.MaximumHolding;
            int next = PairSimulator.Decide(rule, direction, scores[t], expired);
            entered = direction == 0 && next != 0 ? t : entered;
            direction = next;
            signals[t] = direction;
        }

        return signals;
    }
}
