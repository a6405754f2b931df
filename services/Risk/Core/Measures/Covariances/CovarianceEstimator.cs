using System.Numerics.Tensors;

namespace Superintel.Risk.Measures.Covariances;

/// <summary>Estimates covariance matrices from returns.</summary>
public static class CovarianceEstimator
{
    /// <summary>RiskMetrics' decay for days.</summary>
    public const double DailyDecay = 0.94;

    public static CovarianceEstimate Estimate(ReturnPanel panel, CovarianceMethod method) => method switch
    {
        CovarianceMethod.Sample => Sample(panel),
        CovarianceMethod.Ewma => Ewma(panel, DailyDecay),
        CovarianceMethod.LedoitWolf => LedoitWolf(panel),
        _ => Oas(panel),
    };

    /// <summary>Divided by n - 1.</summary>
    public static CovarianceEstimate Sample(ReturnPanel panel)
    {
        var (products, _) = Products(panel);
        var scale = 1.0 / (panel.Periods - 1);
        return new CovarianceEstimate(CovarianceMethod.Sample, panel.Assets, [.. products.Select(value => value * scale)], 0);
    }

    /// <summary>S(t) = decay S(t-1) + (1 - decay) r(t) r(t)', S(1) = r(1) r(1)', no mean taken off.</summary>
    /// <param name="decay">Weight kept per period, in (0, 1).</param>
    /// <remarks>RiskMetrics (1996), technical document.</remarks>
    public static CovarianceEstimate Ewma(ReturnPanel panel, double decay)
    {
        if (decay is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(decay), decay, "in (0, 1)");
        var (size, periods) = (panel.Assets, panel.Periods);
        var weights = new double[periods];
        weights[0] = Math.Pow(decay, periods - 1);
        for (var t = 1; t < periods; t++) weights[t] = (1 - decay) * Math.Pow(decay, periods - 1 - t);
        var matrix = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var left = panel.Returns(i);
                var right = panel.Returns(j);
                var sum = 0.0;
                for (var t = 0; t < periods; t++) sum += weights[t] * left[t] * right[t];
                matrix[(i * size) + j] = matrix[(j * size) + i] = sum;
            }
        }
        return new CovarianceEstimate(CovarianceMethod.Ewma, size, matrix, 0);
    }

    /// <summary>Shrinks the covariance (divided by n) to its mean variance times the identity.</summary>
    /// <remarks>Ledoit and Wolf (2004), A well-conditioned estimator for large-dimensional covariance matrices; as scikit-learn.</remarks>
    public static CovarianceEstimate LedoitWolf(ReturnPanel panel)
    {
        var (products, centred) = Products(panel);
        var (size, n) = (panel.Assets, (double)panel.Periods);
        var mean = Trace(products, size) / n / size;
        var squares = TensorPrimitives.SumOfSquares<double>(products); // of n S, entry by entry
        // The sum over all pairs of products of squares is the square of each period's sum of squares.
        var fourth = 0.0;
        for (var t = 0; t < panel.Periods; t++)
        {
            var sum = 0.0;
            for (var i = 0; i < size; i++) sum += centred[i][t] * centred[i][t];
            fourth += sum * sum;
        }
        var beta = ((fourth / n) - (squares / (n * n))) / n / size;
        var delta = (squares / (n * n) / size) - (mean * mean);
        var shrinkage = delta <= 0 ? 0 : Math.Min(beta, delta) / delta;
        return Shrunk(CovarianceMethod.LedoitWolf, products, size, n, mean, shrinkage);
    }

    /// <summary>The same target with the shrinkage that is best for normal returns.</summary>
    /// <remarks>Chen, Wiesel, Eldar and Hero (2010), Shrinkage algorithms for MMSE covariance estimation; as scikit-learn.</remarks>
    public static CovarianceEstimate Oas(ReturnPanel panel)
    {
        var (products, _) = Products(panel);
        var (size, n) = (panel.Assets, (double)panel.Periods);
        var mean = Trace(products, size) / n / size;
        var alpha = TensorPrimitives.SumOfSquares<double>(products) / (n * n) / (size * (double)size);
        var top = alpha + (mean * mean);
        var bottom = (n + 1) * (alpha - (mean * mean / size));
        var shrinkage = bottom == 0 ? 1 : Math.Min(1, top / bottom);
        return Shrunk(CovarianceMethod.Oas, products, size, n, mean, shrinkage);
    }

    private static CovarianceEstimate Shrunk(
        CovarianceMethod method, double[] products, int size, double n, double target, double shrinkage)
    {
        var matrix = new double[size * size];
        for (var i = 0; i < matrix.Length; i++) matrix[i] = (1 - shrinkage) * products[i] / n;
        for (var i = 0; i < size; i++) matrix[(i * size) + i] += shrinkage * target;
        return new CovarianceEstimate(method, size, matrix, shrinkage);
    }

    private static double Trace(double[] products, int size)
    {
        var sum = 0.0;
        for (var i = 0; i < size; i++) sum += products[(i * size) + i];
        return sum;
    }

    // Sums of products of centred returns, row-major, and the centred returns.
    private static (double[] Products, double[][] Centred) Products(ReturnPanel panel)
    {
        var size = panel.Assets;
        var centred = new double[size][];
        for (var i = 0; i < size; i++)
        {
            var mean = TensorPrimitives.Sum(panel.Returns(i)) / panel.Periods;
            centred[i] = new double[panel.Periods];
            TensorPrimitives.Subtract(panel.Returns(i), mean, centred[i]);
        }
        return (CrossProducts.Of(centred), centred);
    }
}
