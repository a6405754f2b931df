using System.Buffers;
using System.Numerics.Tensors;

namespace Superintel.Risk.Measures.Covariances;

/// <summary>Estimates covariance matrices from returns.</summary>
public static class CovarianceEstimator
{
    /// <summary>RiskMetrics' decay for days.</summary>
    public const double DailyDecay = 0.94;

    public static CovarianceEstimate Estimate(ReturnPanel panel, CovarianceMethod method)
    {
        var matrix = new double[panel.Assets * panel.Assets];
        return new CovarianceEstimate(method, panel.Assets, matrix, Estimate(panel, method, matrix));
    }

    /// <summary>The same into the caller's memory; nothing is allocated.</summary>
    /// <param name="matrix">Receives the covariances, row-major, assets x assets.</param>
    /// <returns>Share of the target in it, in [0, 1].</returns>
    /// <exception cref="ArgumentException">The memory has another size.</exception>
    public static double Estimate(ReturnPanel panel, CovarianceMethod method, Span<double> matrix)
    {
        var length = panel.Assets * panel.Periods;
        if (matrix.Length != panel.Assets * panel.Assets)
            throw new ArgumentException($"{panel.Assets} x {panel.Assets} numbers are needed, got {matrix.Length}.", nameof(matrix));
        var borrowed = ArrayPool<double>.Shared.Rent(length);
        try
        {
            var memory = borrowed.AsSpan(0, length);
            return method switch
            {
                CovarianceMethod.Sample => Sample(panel, memory, matrix),
                CovarianceMethod.Ewma => Ewma(panel, DailyDecay, memory, matrix),
                CovarianceMethod.LedoitWolf => LedoitWolf(panel, memory, matrix),
                _ => Oas(panel, memory, matrix),
            };
        }
        finally
        {
            ArrayPool<double>.Shared.Return(borrowed);
        }
    }

    /// <summary>Divided by n - 1.</summary>
    public static CovarianceEstimate Sample(ReturnPanel panel) => Estimate(panel, CovarianceMethod.Sample);

    /// <summary>S(t) = decay S(t-1) + (1 - decay) r(t) r(t)', S(1) = r(1) r(1)', no mean taken off.</summary>
    /// <param name="decay">Weight kept per period, in (0, 1).</param>
    /// <remarks>RiskMetrics (1996), technical document.</remarks>
    public static CovarianceEstimate Ewma(ReturnPanel panel, double decay)
    {
        if (decay is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(decay), decay, "in (0, 1)");
        var matrix = new double[panel.Assets * panel.Assets];
        Ewma(panel, decay, new double[panel.Assets * panel.Periods], matrix);
        return new CovarianceEstimate(CovarianceMethod.Ewma, panel.Assets, matrix, 0);
    }

    /// <summary>Shrinks the covariance (divided by n) to its mean variance times the identity.</summary>
    /// <remarks>Ledoit and Wolf (2004), A well-conditioned estimator for large-dimensional covariance matrices; as scikit-learn.</remarks>
    public static CovarianceEstimate LedoitWolf(ReturnPanel panel) => Estimate(panel, CovarianceMethod.LedoitWolf);

    /// <summary>The same target with the shrinkage that is best for normal returns.</summary>
    /// <remarks>Chen, Wiesel, Eldar and Hero (2010), Shrinkage algorithms for MMSE covariance estimation; as scikit-learn.</remarks>
    public static CovarianceEstimate Oas(ReturnPanel panel) => Estimate(panel, CovarianceMethod.Oas);

    private static double Sample(ReturnPanel panel, Span<double> memory, Span<double> matrix)
    {
        Centre(panel, memory);
        CrossProducts.Of(memory, panel.Assets, matrix);
        TensorPrimitives.Multiply(matrix, 1.0 / (panel.Periods - 1), matrix);
        return 0;
    }

    private static double Ewma(ReturnPanel panel, double decay, Span<double> memory, Span<double> matrix)
    {
        var periods = panel.Periods;
        for (var t = 0; t < periods; t++)
        {
            // The root of a period's weight, on both sides of each product.
            var root = Math.Sqrt((t == 0 ? 1 : 1 - decay) * Math.Pow(decay, periods - 1 - t));
            for (var i = 0; i < panel.Assets; i++) memory[(i * periods) + t] = root * panel.Returns(i)[t];
        }

        CrossProducts.Of(memory, panel.Assets, matrix);
        return 0;
    }

    private static double LedoitWolf(ReturnPanel panel, Span<double> memory, Span<double> matrix)
    {
        Centre(panel, memory);
        CrossProducts.Of(memory, panel.Assets, matrix);
        var (size, periods, n) = (panel.Assets, panel.Periods, (double)panel.Periods);
        var mean = Trace(matrix, size) / n / size;
        var squares = TensorPrimitives.SumOfSquares<double>(matrix); // of n S, entry by entry
        // The sum over all pairs of products of squares is the square of each period's sum of squares. The centred returns are not
        // needed any more: the first series becomes those sums.
        TensorPrimitives.Multiply<double>(memory, memory, memory);
        var sums = memory[..periods];
        for (var i = 1; i < size; i++) TensorPrimitives.Add<double>(sums, memory.Slice(i * periods, periods), sums);
        var fourth = TensorPrimitives.SumOfSquares<double>(sums);
        var beta = ((fourth / n) - (squares / (n * n))) / n / size;
        var delta = (squares / (n * n) / size) - (mean * mean);
        // One asset is its own target.
        var shrinkage = size == 1 || delta <= 0 ? 0 : Math.Clamp(beta / delta, 0, 1);
        Shrink(matrix, size, n, mean, shrinkage);
        return shrinkage;
    }

    private static double Oas(ReturnPanel panel, Span<double> memory, Span<double> matrix)
    {
        Centre(panel, memory);
        CrossProducts.Of(memory, panel.Assets, matrix);
        var (size, n) = (panel.Assets, (double)panel.Periods);
        var mean = Trace(matrix, size) / n / size;
        var alpha = TensorPrimitives.SumOfSquares<double>(matrix) / (n * n) / (size * (double)size);
        var top = alpha + (mean * mean);
        var bottom = (n + 1) * (alpha - (mean * mean / size));
        var shrinkage = size == 1 ? 0 : bottom <= 0 ? 1 : Math.Min(1, top / bottom);
        Shrink(matrix, size, n, mean, shrinkage);
        return shrinkage;
    }

    private static void Shrink(Span<double> products, int size, double n, double target, double shrinkage)
    {
        TensorPrimitives.Multiply(products, (1 - shrinkage) / n, products);
        for (var i = 0; i < size; i++) products[(i * size) + i] += shrinkage * target;
    }

    private static double Trace(ReadOnlySpan<double> products, int size)
    {
        var sum = 0.0;
        for (var i = 0; i < size; i++) sum += products[(i * size) + i];
        return sum;
    }

    private static void Centre(ReturnPanel panel, Span<double> centred)
    {
        for (var i = 0; i < panel.Assets; i++)
        {
            var mean = TensorPrimitives.Sum(panel.Returns(i)) / panel.Periods;
            TensorPrimitives.Subtract(panel.Returns(i), mean, centred.Slice(i * panel.Periods, panel.Periods));
        }
    }
}
