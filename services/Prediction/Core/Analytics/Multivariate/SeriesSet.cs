using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace Superintel.Prediction.Analytics.Multivariate;

/// <summary>Checks and lagged columns of a set of series, stored column after column.</summary>
internal static class SeriesSet
{
    /// <summary>Greatest number of series of a vector model.</summary>
    public const int Greatest = 64;

    public static int Demand(ReadOnlySpan<double> columns, int observations, int lags, int deterministic)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(observations, 1);
        if (lags < 0)
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.LagOutOfRange, $"{lags} lags are below 0");
        }

        int size = columns.Length / observations;
        if (size < 2 || size > Greatest || size * observations != columns.Length)
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.TooManySeries, $"{size} whole columns, 2 to {Greatest} are possible");
        }

        for (int i = 0; i < size; i++)
        {
            SeriesCheck.Demand(columns.Slice(i * observations, observations), (size * (lags + 1)) + lags + deterministic + 3, i);
        }

        return size;
    }

    /// <summary>Cross products of columns over a divisor.</summary>
    public static Matrix<double> Products(ReadOnlySpan<double> left, ReadOnlySpan<double> right, int rows, double divisor)
    {
        int height = left.Length / rows;
        int width = right.Length / rows;
        var products = Matrix<double>.Build.Dense(height, width);
        for (int i = 0; i < height; i++)
        {
            for (int j = 0; j < width; j++)
            {
                products[i, j] = TensorPrimitives.Dot(left.Slice(i * rows, rows), right.Slice(j * rows, rows)) / divisor;
            }
        }

        return products;
    }

    /// <summary>ln of the determinant of a covariance.</summary>
    /// <exception cref="SeriesFaultException">The series are collinear: it is not positive definite.</exception>
    public static double LogDeterminant(Matrix<double> covariance)
    {
        double[] lower = covariance.ToRowMajorArray();
        int size = covariance.RowCount;
        if (Dense.Cholesky.Factor(lower, size, size) < 1e-13)
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.CollinearSeries, "the series are linearly dependent");
        }

        double sum = 0;
        for (int i = 0; i < size; i++)
        {
            sum += 2 * Math.Log(lower[(i * size) + i]);
        }

        return sum;
    }
}
