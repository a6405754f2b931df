namespace Superintel.Prediction.Analytics.Hedging;

/// <summary>A linear combination of series, the first with weight 1.</summary>
/// <param name="Weights">One weight per series; a pair (y, x) with hedge ratio b has weights (1, -b).</param>
/// <param name="Objective">What the method made extreme: see the method.</param>
public sealed record HedgePortfolio(IReadOnlyList<double> Weights, double Objective)
{
    /// <summary>Units of the second series per unit of the first.</summary>
    public double HedgeRatio => -Weights[1];

    internal static HedgePortfolio Normalised(ReadOnlySpan<double> vector, double objective)
    {
        if (Math.Abs(vector[0]) < 1e-300)
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.NotConverged, "the combination does not contain the first series");
        }

        double[] weights = new double[vector.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = vector[i] / vector[0];
        }

        return new HedgePortfolio(weights, objective);
    }
}
