using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;
using Superintel.Prediction.Analytics.Dense;

namespace Superintel.Prediction.Analytics.PrincipalComponents;

/// <summary>Principal components of a covariance or a correlation.</summary>
/// <remarks>Jolliffe (2002), Principal component analysis. Covariances are divided by T - 1.</remarks>
public static class PrincipalComponentAnalysis
{
    // Jacobi's rotations are the more accurate, tridiagonal iterations the faster of many series.
    private const int GreatestForRotations = 48;

    /// <summary>Fits the components.</summary>
    /// <param name="columns">Returns, column after column, each <paramref name="observations"/> values, at least 2 series.</param>
    /// <param name="observations">Rows, at least 3.</param>
    /// <param name="correlation">Whether every series counts alike, whatever its variance.</param>
    /// <exception cref="SeriesFaultException">A series is at fault.</exception>
    public static PrincipalComponentModel Fit(ReadOnlySpan<double> columns, int observations, bool correlation = true)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(observations, 1);
        int size = columns.Length / observations;
        if (size < 2 || size * observations != columns.Length)
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.TooManySeries, $"{size} whole columns, at least 2 are needed");
        }

        double[] centred = columns.ToArray();
        double[] means = new double[size];
        double[] deviations = new double[size];
        for (int i = 0; i < size; i++)
        {
            var column = centred.AsSpan(i * observations, observations);
            SeriesCheck.Demand(column, 3, i);
            means[i] = TensorPrimitives.Sum<double>(column) / observations;
            TensorPrimitives.Subtract(column, means[i], column);
            double deviation = Math.Sqrt(TensorPrimitives.SumOfSquares<double>(column) / (observations - 1));
            deviations[i] = correlation ? deviation : 1;
            TensorPrimitives.Divide(column, deviations[i], column);
        }

        double[] moments = Moments(centred, observations, size);
        var (values, components) = size <= GreatestForRotations ? Rotations(moments, size) : Iterations(moments, size);
        foreach (double[] component in components)
        {
            Orient(component);
        }

        return new PrincipalComponentModel(values, components, means, deviations, observations);
    }

    private static double[] Moments(double[] centred, int observations, int size)
    {
        double[] moments = new double[size * size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                var left = centred.AsSpan(i * observations, observations);
                var right = centred.AsSpan(j * observations, observations);
                double product = TensorPrimitives.Dot<double>(left, right) / (observations - 1);
                (moments[(i * size) + j], moments[(j * size) + i]) = (product, product);
            }
        }

        return moments;
    }

    private static (double[] Values, double[][] Components) Rotations(double[] moments, int size)
    {
        double[] vectors = new double[size * size];
        SymmetricEigen.Diagonalise(moments, size, vectors);
        SymmetricEigen.SortDescending(moments, size, vectors);
        double[] values = new double[size];
        double[][] components = new double[size][];
        for (int i = 0; i < size; i++)
        {
            values[i] = moments[(i * size) + i];
            components[i] = vectors.AsSpan(i * size, size).ToArray();
        }

        return (values, components);
    }

    private static (double[] Values, double[][] Components) Iterations(double[] moments, int size)
    {
        var eigen = Matrix<double>.Build.Dense(size, size, moments).Evd(Symmetricity.Symmetric);
        int[] order = [.. Enumerable.Range(0, size).OrderByDescending(i => eigen.EigenValues[i].Real)];
        return (Array.ConvertAll(order, i => eigen.EigenValues[i].Real),
            Array.ConvertAll(order, i => eigen.EigenVectors.Column(i).ToArray()));
    }

    private static void Orient(double[] component)
    {
        double greatest = 0;
        foreach (double entry in component)
        {
            greatest = Math.Abs(entry) > Math.Abs(greatest) ? entry : greatest;
        }

        if (greatest < 0)
        {
            TensorPrimitives.Negate<double>(component, component);
        }
    }
}
