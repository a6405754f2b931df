using System.Buffers;
using System.Numerics.Tensors;
using Superintel.Prediction.Analytics.Regression;
using Superintel.Prediction.Analytics.UnitRoot;

namespace Superintel.Prediction.Analytics.Hedging;

/// <summary>The hedge ratio of a pair whose spread looks most stationary: least Dickey-Fuller t statistic.</summary>
/// <remarks>The objective is not convex; it is scanned over the half circle of directions of the standardised pair and then refined by
/// golden section about the best one. The statistic of a ratio so chosen has no MacKinnon distribution.</remarks>
public static class DickeyFullerOptimal
{
    private const int Directions = 180;
    private const double Golden = 0.6180339887498949;

    /// <summary>Finds the weights (1, -b); the objective is the t statistic with a constant and a fixed lag.</summary>
    /// <param name="y">First series.</param>
    /// <param name="x">Second series.</param>
    /// <param name="lag">Lagged differences.</param>
    /// <exception cref="SeriesFaultException">A series is at fault, or the pair is collinear.</exception>
    public static HedgePortfolio Fit(ReadOnlySpan<double> y, ReadOnlySpan<double> x, int lag = 1)
    {
        SeriesCheck.Demand(y, x, 20 + (4 * lag));
        double scale = Deviation(y) / Deviation(x);
        double[] rented = ArrayPool<double>.Shared.Rent(y.Length);
        try
        {
            var spread = rented.AsSpan(0, y.Length);
            double step = Math.PI / Directions;
            double best = 0;
            double least = double.PositiveInfinity;
            for (int i = 1; i < Directions; i++)
            {
                double angle = (i * step) - (Math.PI / 2);
                double t = At(y, x, scale * Math.Tan(angle), lag, spread);
                (best, least) = t < least ? (angle, t) : (best, least);
            }

            double ratio = scale * Math.Tan(Refine(y, x, scale, lag, spread, best - step, best + step));
            return new HedgePortfolio([1, -ratio], At(y, x, ratio, lag, spread));
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    private static double Refine(
        ReadOnlySpan<double> y, ReadOnlySpan<double> x, double scale, int lag, Span<double> spread, double low, double high)
    {
        double left = high - (Golden * (high - low));
        double right = low + (Golden * (high - low));
        double atLeft = At(y, x, scale * Math.Tan(left), lag, spread);
        double atRight = At(y, x, scale * Math.Tan(right), lag, spread);
        while (high - low > 1e-9)
        {
            if (atLeft < atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - (Golden * (high - low));
                atLeft = At(y, x, scale * Math.Tan(left), lag, spread);
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + (Golden * (high - low));
                atRight = At(y, x, scale * Math.Tan(right), lag, spread);
            }
        }

        return 0.5 * (low + high);
    }

    private static double At(ReadOnlySpan<double> y, ReadOnlySpan<double> x, double ratio, int lag, Span<double> spread)
    {
        TensorPrimitives.MultiplyAdd(x, -ratio, y, spread);
        return AugmentedDickeyFuller.Test(spread, DeterministicTrend.Constant, LagSelection.Fixed, lag).Statistic;
    }

    private static double Deviation(ReadOnlySpan<double> values)
    {
        double mean = TensorPrimitives.Sum(values) / values.Length;
        return Math.Sqrt(CentredProducts.Sum(values, values, mean, mean).Xx);
    }
}
