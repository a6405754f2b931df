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

    /// <summary>Exponent by rescaled range: the slope of ln(R/S) of the changes on ln of the block length,
    /// blocks halving from the whole.</summary>
    /// <param name="levels">Levels (not changes), oldest first, at least 33 finite values.</param>
    /// <param name="shortest">Shortest block, at least 8.</param>
    /// <remarks>Hurst (1951), uncorrected: biased upwards in short samples, so compare it with what a random walk of that length
    /// gives.</remarks>
    public static double RescaledRange(ReadOnlySpan<double> levels, int shortest = 8)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shortest, 8);
        SeriesCheck.Demand(levels, (4 * shortest) + 1);
        Span<double> logLength = stackalloc double[64];
        Span<double> logRange = stackalloc double[64];
        int points = 0;
        int count = levels.Length - 1;
        for (int length = count; length >= shortest; length /= 2)
        {
            double mean = RescaledRanges.Mean(levels, length);
            if (mean > 0)
            {
                logLength[points] = Math.Log(length);
                logRange[points++] = Math.Log(mean);
            }
        }

        return OrdinaryLeastSquares.Fit(logRange[..points], logLength[..points]).Slope;
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
