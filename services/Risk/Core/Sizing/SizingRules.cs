namespace Superintel.Risk.Sizing;

/// <summary>How much of net asset value a spread deserves, before the limits.</summary>
public static class SizingRules
{
    /// <summary>The part of the Kelly fraction that is taken: edge over variance, the edge weighted by how sure the signal is.</summary>
    /// <param name="confidence">In [0, 1].</param>
    /// <param name="direction">In [-1, 1]; its size counts, not its sign.</param>
    /// <param name="kellyPart">0.5 for half Kelly.</param>
    /// <returns>Notional of leg A as a fraction of net asset value, zero or more.</returns>
    /// <remarks>Kelly (1956); Thorp (2006), The Kelly criterion, section 7: f = mu / sigma^2 in the continuous approximation.</remarks>
    public static double Kelly(MeanReversion spread, double confidence, double direction, double kellyPart) =>
        kellyPart * confidence * Math.Abs(direction) * spread.ExpectedMove / spread.Variance;

    /// <summary>The notional at which the pair's annual volatility is the target.</summary>
    /// <param name="target">Annual volatility as a fraction of net asset value.</param>
    /// <param name="barVolatility">Standard deviation of the spread's one-bar change, log units.</param>
    /// <returns>Notional of leg A as a fraction of net asset value.</returns>
    public static double VolatilityTarget(double target, double barVolatility, double barsPerYear) =>
        target / (barVolatility * Math.Sqrt(barsPerYear));
}
