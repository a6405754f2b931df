using System.Buffers;
using System.Numerics.Tensors;
using Superintel.Prediction.Analytics.Regression;

namespace Superintel.Prediction.Analytics.Spread;

/// <summary>Correlation of two series.</summary>
public static class Correlation
{
    /// <summary>Pearson's coefficient in [-1, 1].</summary>
    /// <exception cref="SeriesFaultException">A series is too short (2), constant or not finite.</exception>
    public static double Pearson(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        SeriesCheck.Demand(x, y, 2);
        double meanX = TensorPrimitives.Sum(x) / x.Length;
        double meanY = TensorPrimitives.Sum(y) / y.Length;
        var (xx, xy, yy) = CentredProducts.Sum(y, x, meanY, meanX);
        return Math.Clamp(xy / Math.Sqrt(xx * yy), -1, 1);
    }

    /// <summary>Spearman's rank coefficient, ties at their mean rank.</summary>
    public static double Spearman(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        SeriesCheck.Demand(x, y, 2);
        double[] rented = ArrayPool<double>.Shared.Rent(2 * x.Length);
        try
        {
            var ranksX = rented.AsSpan(0, x.Length);
            var ranksY = rented.AsSpan(x.Length, x.Length);
            Ranks.Fill(x, ranksX);
            Ranks.Fill(y, ranksY);
            return Pearson(ranksX, ranksY);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    /// <summary>Pearson's coefficient over the window that ends with each bar.</summary>
    /// <param name="x">First series, oldest first.</param>
    /// <param name="y">Second series.</param>
    /// <param name="window">Bars in the window, at least 2.</param>
    /// <param name="destination">Receives one value per bar: NaN before the first full window, 0 where a window does not vary.</param>
    public static void Rolling(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int window, Span<double> destination)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 2);
        destination[..Math.Min(window - 1, x.Length)].Fill(double.NaN);
        for (int start = 0; start + window <= x.Length; start++)
        {
            var left = x.Slice(start, window);
            var right = y.Slice(start, window);
            var (xx, xy, yy) = CentredProducts.Sum(
                right, left, TensorPrimitives.Sum(right) / window, TensorPrimitives.Sum(left) / window);
            destination[start + window - 1] = xx > 0 && yy > 0 ? Math.Clamp(xy / Math.Sqrt(xx * yy), -1, 1) : 0;
        }
    }
}
