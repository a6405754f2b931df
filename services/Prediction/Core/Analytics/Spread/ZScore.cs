using System.Numerics.Tensors;

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
        for (int start = 0; start + window <= values.Length; start += window)
        {
            int count = Math.Min(window, values.Length - window - start + 1);
            RollBlock(values.Slice(start, window + count - 1), window, scores.Slice(start + window - 1, count), degreesOfFreedom);
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
    private static void RollBlock(ReadOnlySpan<double> values, int window, Span<double> scores, int degreesOfFreedom)
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
        for (int i = 0; i < scores.Length; i++)
        {
            if (i > 0)
            {
                double enter = values[i + window - 1] - anchor;
                double leave = values[i - 1] - anchor;
                sum += enter - leave;
                squares += (enter - leave) * (enter + leave);
            }

            double deviation = squares - (sum * sum * inverse);
            double distance = values[i + window - 1] - anchor - (sum * inverse);
            scores[i] = deviation > floor ? distance / Math.Sqrt(deviation / (window - degreesOfFreedom)) : 0;
        }
    }
}
