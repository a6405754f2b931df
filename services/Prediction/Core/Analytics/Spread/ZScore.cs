using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Superintel.Prediction.Analytics.Spread;

/// <summary>Distance of a spread from its own recent mean, in its own recent deviations.</summary>
public static class ZScore
{
    /// <summary>Rolling z-score of every bar against the window that ends with it.</summary>
    /// <param name="values">Spread per bar, oldest first, finite.</param>
    /// <param name="window">Bars in the window, at least 2.</param>
    /// <param name="scores">Receives one value per bar: NaN before the first full window, 0 where the window does not vary.</param>
    /// <param name="degreesOfFreedom">1 for the sample deviation, 0 for the population's.</param>
    public static void Rolling(ReadOnlySpan<double> values, int window, Span<double> scores, int degreesOfFreedom = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 2);
        int first = Math.Min(window - 1, values.Length);
        scores[..first].Fill(double.NaN);
        double[] rented = ArrayPool<double>.Shared.Rent(window);
        try
        {
            for (int start = 0; start + window <= values.Length; start += window)
            {
                int count = Math.Min(window, values.Length - window - start + 1);
                var block = scores.Slice(start + window - 1, count);
                double floor = Roll(values.Slice(start, window + count - 1), window, block, rented);
                Standardise(block, rented, floor, 1.0 / (window - degreesOfFreedom));
            }
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    /// <summary>z-score of the last value against the whole span.</summary>
    public static double Last(ReadOnlySpan<double> window, int degreesOfFreedom = 1)
    {
        double mean = TensorPrimitives.Sum(window) / window.Length;
        double squares = Regression.CentredProducts.Sum(window, window, mean, mean).Xx;
        return squares > 0 ? (window[^1] - mean) / Math.Sqrt(squares / (window.Length - degreesOfFreedom)) : 0;
    }

    // Sums start afresh in every block, about the block's own mean, so that rounding cannot build up over a long series.
    private static double Roll(ReadOnlySpan<double> values, int window, Span<double> distances, Span<double> deviations)
    {
        double anchor = TensorPrimitives.Sum(values[..window]) / window;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < window; i++)
        {
            double d = values[i] - anchor;
            sum += d;
            squares += d * d;
        }

        double inverse = 1.0 / window;
        double floor = squares * 1e-14;
        var entering = values[(window - 1)..];
        distances[0] = entering[0] - anchor - (sum * inverse);
        deviations[0] = squares - (sum * sum * inverse);
        for (int i = 1; i < distances.Length; i++)
        {
            double enter = entering[i] - anchor;
            double leave = values[i - 1] - anchor;
            double change = enter - leave;
            sum += change;
            squares += change * (enter + leave);
            distances[i] = enter - (sum * inverse);
            deviations[i] = squares - (sum * sum * inverse);
        }

        return floor;
    }

    // Roots and quotients apart from the sums: side by side in registers they cost a fraction.
    private static void Standardise(Span<double> scores, ReadOnlySpan<double> deviations, double floor, double inverse)
    {
        var wide = MemoryMarshal.Cast<double, Vector<double>>(scores);
        var from = MemoryMarshal.Cast<double, Vector<double>>(deviations);
        var least = new Vector<double>(floor);
        var share = new Vector<double>(inverse);
        for (int i = 0; i < wide.Length; i++)
        {
            var score = wide[i] / Vector.SquareRoot(from[i] * share);
            wide[i] = Vector.ConditionalSelect(Vector.GreaterThan(from[i], least), score, Vector<double>.Zero);
        }

        for (int i = wide.Length * Vector<double>.Count; i < scores.Length; i++)
        {
            scores[i] = deviations[i] > floor ? scores[i] / Math.Sqrt(deviations[i] * inverse) : 0;
        }
    }
}
