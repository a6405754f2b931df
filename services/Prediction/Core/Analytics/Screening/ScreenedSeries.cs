using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Superintel.Prediction.Analytics.Screening;

/// <summary>One series prepared for the screen.</summary>
internal sealed class ScreenedSeries
{
    private ScreenedSeries(double mean, double[] levels, double[] differences, double[] ends)
    {
        Mean = mean;
        Levels = levels;
        Differences = differences;
        Reversed = [.. differences.Reverse()];
        Ends = ends;
    }

    public double Mean { get; }

    /// <summary>Levels about their mean.</summary>
    public double[] Levels { get; }

    public double[] Differences { get; }

    /// <summary>The differences, newest first.</summary>
    public double[] Reversed { get; }

    /// <summary>Laid out as <see cref="SeriesLayout"/>.</summary>
    public double[] Ends { get; }

    public static ScreenedSeries Of(ReadOnlySpan<double> series, int lag)
    {
        int count = series.Length - 1;
        double mean = TensorPrimitives.Sum(series) / series.Length;
        double[] levels = new double[series.Length];
        double[] differences = new double[count];
        TensorPrimitives.Subtract(series, mean, levels);
        TensorPrimitives.Subtract(series[1..], series[..count], differences);
        double[] ends = new double[SeriesLayout.Size];
        levels.AsSpan(0, lag + 1).CopyTo(ends.AsSpan(SeriesLayout.FirstLevels));
        ends[SeriesLayout.LastLevels] = levels[count - 1];
        ends[SeriesLayout.LastLevels + 1] = levels[count];
        differences.AsSpan(0, lag).CopyTo(ends.AsSpan(SeriesLayout.FirstDifferences));
        for (int k = 0; k <= lag; k++)
        {
            ends[SeriesLayout.LastDifferences + k] = differences[count - 1 - k];
            ends[SeriesLayout.LagProducts + k] = TensorPrimitives.Dot<double>(
                differences.AsSpan(lag, count - lag), differences.AsSpan(lag - k, count - lag));
        }

        ends[SeriesLayout.Squares] = TensorPrimitives.SumOfSquares<double>(levels);
        return new ScreenedSeries(mean, levels, differences, ends);
    }

    /// <summary>Writes the weights against which another series' differences give all sums of the pair, one row of
    /// <see cref="SeriesLayout.Products"/> per bar.</summary>
    /// <remarks>Lag k: d(t-k) + d(t+k) restricted to the rows of the regression, so that both directions of a pair come out of one sum.
    /// Last: the sum of all later levels; by summation by parts its product with differences is the product of levels.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void FillWeights(Span<double> weights, int lag)
    {
        int count = Differences.Length;
        double later = 0;
        for (int t = count - 1; t >= 0; t--)
        {
            later += Levels[t + 1];
            weights[(t * SeriesLayout.Products) + SeriesLayout.Products - 1] = later;
        }

        // Away from the ends both neighbours count; reversed, the earlier ones lie in memory in the order of the lags.
        var reversed = Reversed.AsSpan();
        for (int t = lag; t < count - lag; t++)
        {
            var row = weights.Slice(t * SeriesLayout.Products, lag + 1);
            var earlier = reversed.Slice(count - 1 - t, lag + 1);
            var following = Differences.AsSpan(t, lag + 1);
            for (int k = 0; k < row.Length && k < earlier.Length && k < following.Length; k++)
            {
                row[k] = earlier[k] + following[k];
            }
        }

        for (int k = 0; k <= lag; k++)
        {
            for (int t = 0; t < lag; t++)
            {
                weights[(t * SeriesLayout.Products) + k] = t + k >= lag ? Differences[t + k] : 0;
                int end = count - 1 - t;
                weights[(end * SeriesLayout.Products) + k] = Differences[end - k] + (end + k < count ? Differences[end + k] : 0);
            }
        }
    }
}
