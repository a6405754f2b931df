namespace Superintel.Risk.Measures.Covariances;

/// <summary>A covariance matrix and how it came about.</summary>
/// <param name="Matrix">Row-major, size x size, per period squared.</param>
/// <param name="Shrinkage">Share of the target in it, in [0, 1]; 0 where nothing is shrunk.</param>
public sealed record CovarianceEstimate(CovarianceMethod Method, int Size, double[] Matrix, double Shrinkage)
{
    public double this[int row, int column] => Matrix[(row * Size) + column];

    /// <summary>Standard deviation of an asset per period.</summary>
    public double Volatility(int asset) => Math.Sqrt(this[asset, asset]);

    /// <summary>Variance of a portfolio.</summary>
    public double Variance(ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        for (var i = 0; i < Size; i++)
        {
            for (var j = 0; j < Size; j++) sum += weights[i] * weights[j] * this[i, j];
        }
        return sum;
    }

    /// <summary>The same matrix as correlations.</summary>
    public double[] Correlations()
    {
        var correlations = new double[Size * Size];
        for (var i = 0; i < Size; i++)
        {
            for (var j = 0; j < Size; j++) correlations[(i * Size) + j] = i == j ? 1 : this[i, j] / (Volatility(i) * Volatility(j));
        }
        return correlations;
    }
}
