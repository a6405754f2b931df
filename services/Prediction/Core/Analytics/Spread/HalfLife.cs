using System.Buffers;
using System.Numerics.Tensors;
using Superintel.Prediction.Analytics.Regression;

namespace Superintel.Prediction.Analytics.Spread;

/// <summary>Half-life of mean reversion.</summary>
/// <remarks>Chan (2013), Algorithmic Trading: regress s(t) - s(t-1) on s(t-1) and a constant.</remarks>
public static class HalfLife
{
    /// <summary>Estimates the half-life of a spread.</summary>
    /// <param name="spread">Spread per bar, oldest first, at least 5 finite values.</param>
    /// <exception cref="SeriesFaultException">The spread is too short, constant or not finite.</exception>
    public static HalfLifeEstimate Estimate(ReadOnlySpan<double> spread)
    {
        SeriesCheck.Demand(spread, 5);
        int count = spread.Length - 1;
        double[] rented = ArrayPool<double>.Shared.Rent(count);
        try
        {
            var change = rented.AsSpan(0, count);
            TensorPrimitives.Subtract(spread[1..], spread[..count], change);
            var fit = OrdinaryLeastSquares.Fit(change, spread[..count]);
            double lambda = fit.Slope;
            double exact = lambda is > -1 and < 0 ? -Math.Log(2) / Math.Log(1 + lambda) : double.PositiveInfinity;
            return new HalfLifeEstimate(lambda, fit.Intercept, fit.SlopeT, -Math.Log(2) / lambda, exact);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }
}
