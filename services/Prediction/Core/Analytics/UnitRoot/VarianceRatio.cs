using System.Buffers;
using System.Numerics.Tensors;
using Superintel.Prediction.Analytics.Distributions;

namespace Superintel.Prediction.Analytics.UnitRoot;

/// <summary>Variance ratio test of the random walk with overlapping differences.</summary>
/// <remarks>Lo and MacKinlay (1988), as arch's <c>VarianceRatio(overlap=True)</c>.</remarks>
public static class VarianceRatio
{
    /// <summary>Runs the test on levels.</summary>
    /// <param name="levels">Levels (log prices, a spread), oldest first.</param>
    /// <param name="lags">q, at least 2.</param>
    /// <param name="drift">Whether a drift is estimated (arch trend "c") or taken as zero ("n").</param>
    /// <param name="robust">Heteroskedasticity-robust variance.</param>
    /// <param name="debiased">Small-sample correction of both variances.</param>
    /// <exception cref="SeriesFaultException">The series is at fault or shorter than three times q.</exception>
    public static VarianceRatioResult Test(
        ReadOnlySpan<double> levels, int lags = 2, bool drift = true, bool robust = true, bool debiased = true)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lags, 2);
        SeriesCheck.Demand(levels, 3 * lags);
        int count = levels.Length - 1;
        double mean = drift ? (levels[^1] - levels[0]) / count : 0;
        double[] rented = ArrayPool<double>.Shared.Rent(count);
        try
        {
            var squares = rented.AsSpan(0, count);
            double one = SquaredChanges(levels, 1, mean, squares) / count;
            double many = SquaredChanges(levels, lags, mean, default) / ((double)count * lags);
            if (debiased)
            {
                one *= (double)count / (count - 1);
                many *= count / ((count - lags + 1) * (1 - ((double)lags / count)));
            }

            double ratio = many / one;
            double q = lags;
            double variance = robust ? RobustVariance(squares, lags) : 2 * ((2 * q) - 1) * (q - 1) / (3 * q);
            double statistic = Math.Sqrt(count) * (ratio - 1) / Math.Sqrt(variance);
            return new VarianceRatioResult(ratio, statistic, 2 * Normal.Survival(Math.Abs(statistic)), lags);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    private static double SquaredChanges(ReadOnlySpan<double> levels, int lag, double mean, Span<double> squares)
    {
        double sum = 0;
        for (int i = lag; i < levels.Length; i++)
        {
            double change = levels[i] - levels[i - lag] - (lag * mean);
            sum += change * change;
            if (!squares.IsEmpty)
            {
                squares[i - lag] = change * change;
            }
        }

        return sum;
    }

    private static double RobustVariance(ReadOnlySpan<double> squares, int lags)
    {
        double total = TensorPrimitives.Sum(squares);
        double theta = 0;
        for (int k = 1; k < lags; k++)
        {
            double delta = squares.Length * TensorPrimitives.Dot(squares[k..], squares[..^k]) / (total * total);
            double weight = 1 - ((double)k / lags);
            theta += 4 * weight * weight * delta;
        }

        return theta;
    }
}
