using Superintel.Prediction.Analytics.Regression;
using Superintel.Prediction.Analytics.Research;

namespace Superintel.Prediction.Analytics.LookAhead;

/// <summary>The commonest mistake, kept on purpose: hedge ratio, mean and deviation are those of the whole sample, future
/// included. The prover must catch it; nothing trades it.</summary>
public sealed class WholeSampleStudy(PairRule rule) : IBarStudy
{
    public IReadOnlyList<string> Outputs { get; } = ["hedgeRatio", "score", "signal"];

    public int WarmUp => 20;

    public IReadOnlyList<double[]> Compute(IReadOnlyList<double[]> series)
    {
        double[] y = Array.ConvertAll(series[0], Math.Log);
        double[] x = Array.ConvertAll(series[1], Math.Log);
        var fit = OrdinaryLeastSquares.Fit(y, x);
        double[] scores = new double[y.Length];
        OrdinaryLeastSquares.Residuals(y, x, fit.Intercept, fit.Slope, scores);
        for (int t = 0; t < scores.Length; t++)
        {
            scores[t] /= fit.ResidualDeviation;
        }

        double[] slopes = new double[y.Length];
        Array.Fill(slopes, fit.Slope);
        return [slopes, scores, WalkForwardStudy.Signals(scores, 0, rule)];
    }
}
