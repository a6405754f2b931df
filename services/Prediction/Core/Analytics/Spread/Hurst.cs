using System.Buffers;
using System.Numerics.Tensors;
using Superintel.Prediction.Analytics.Regression;

namespace Superintel.Prediction.Analytics.Spread;

/// <summary>Hurst exponent: 0.5 for a random walk, below for mean reversion, above for trend.</summary>
public static class Hurst
{
    /// <summary>Exponent by variance scaling: the slope of ln std(x(t+k) - x(t)) on ln k.</summary>
    /// <param name="levels">Levels (not changes), oldest first, finite.</param>
    /// <param name="firstLag">Shortest k, at least 1.</param>
    /// <param name="lastLag">Longest k, inclusive; at least two more bars than this are needed.</param>
    /// <exception cref="SeriesFaultException">The series is too short, or does not vary at some lag.</exception>
    public static double VarianceScaling(ReadOnlySpan<double> levels, int firstLag = 2, int lastLag = 20)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(firstLag, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(lastLag, firstLag + 2);
        SeriesCheck.Demand(levels, lastLag + 3);
        int count = lastLag - firstLag + 1;
        double[] rented = ArrayPool<double>.Shared.Rent((2 * count) + levels.Length);
        try
        {
            var logLag = rented.AsSpan(0, count);
            var logDeviation = rented.AsSpan(count, count);
            for (int i = 0; i < count; i++)
            {
                int lag = firstLag + i;
                var change = rented.AsSpan(2 * count, levels.Length - lag);
                TensorPrimitives.Subtract(levels[lag..], levels[..^lag], change);
                logLag[i] = Math.Log(lag);
                logDeviation[i] = 0.5 * Math.Log(Variance(change, lag));
            }

            return OrdinaryLeastSquares.Fit(logDeviation, logLag).Slope;
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    private static double Variance(ReadOnlySpan<double> change, int lag)
    {
        double mean = TensorPrimitives.Sum(change) / change.Length;
        double variance = CentredProducts.Sum(change, change, mean, mean).Xx / change.Length;
        return variance > 0
            ? variance
            : throw SeriesFaultException.Of(SeriesFaultCodes.ConstantSeries, $"changes over {lag} bars do not vary");
    }
}
