using MathNet.Numerics.LinearAlgebra;
using Superintel.Prediction.Analytics.Dense;

namespace Superintel.Prediction.Analytics.Multivariate;

/// <summary>Vector error correction models by Johansen's maximum likelihood.</summary>
/// <remarks>Johansen (1995); Luetkepohl (2005), section 7.2.3; terms, normalisation and divisors as statsmodels <c>VECM</c>.</remarks>
public static class VectorErrorCorrection
{
    /// <summary>Fits a model.</summary>
    /// <param name="columns">Levels, column after column, each <paramref name="observations"/> values, oldest first, 2 to 64
    /// series.</param>
    /// <param name="observations">Rows.</param>
    /// <param name="rank">Cointegrating relations, from 1 to the number of series.</param>
    /// <param name="laggedDifferences">Lagged differences, not negative.</param>
    /// <param name="terms">Deterministic terms.</param>
    /// <exception cref="SeriesFaultException">A series is at fault, too few rows, or collinear series.</exception>
    public static VectorErrorCorrectionModel Fit(
        ReadOnlySpan<double> columns,
        int observations,
        int rank = 1,
        int laggedDifferences = 1,
        ErrorCorrectionTerms terms = ErrorCorrectionTerms.ConstantInside)
    {
        int size = SeriesSet.Demand(columns, observations, laggedDifferences + 1, 2);
        if (rank < 1 || rank > size)
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.LagOutOfRange, $"{rank} relations of {size} series, 1 to {size} are possible");
        }

        var design = new ErrorCorrectionDesign(columns, observations, size, laggedDifferences, terms);
        int rows = design.Rows;
        double[] changes = [.. design.Changes];
        double[] levels = [.. design.Levels];
        int fixedCount = design.Short.Length / rows;
        MultivariateLeastSquares.Solve(design.Short, rows, fixedCount, changes, default);
        MultivariateLeastSquares.Solve(design.Short, rows, fixedCount, levels, default);
        var changeMoments = SeriesSet.Products(changes, changes, rows, rows);
        var cross = SeriesSet.Products(changes, levels, rows, rows);
        var levelMoments = SeriesSet.Products(levels, levels, rows, rows);
        double logDeterminant = SeriesSet.LogDeterminant(changeMoments);
        var (values, relations) = Relations(changeMoments, cross, levelMoments, rank);
        var speeds = cross * relations * (relations.Transpose() * levelMoments * relations).Inverse();
        double explained = values.Take(rank).Sum(v => Math.Log(1 - v));
        double likelihood = -0.5 * rows * ((size * Math.Log(2 * Math.PI)) + logDeterminant + explained + size);
        return Describe(design, speeds, relations, values, likelihood, terms);
    }

    private static (double[] Values, Matrix<double> Relations) Relations(
        Matrix<double> changes, Matrix<double> cross, Matrix<double> levels, int rank)
    {
        int size = levels.RowCount;
        double[] explained = (cross.Transpose() * changes.Cholesky().Solve(cross)).ToRowMajorArray();
        double[] values = new double[size];
        double[] vectors = new double[size * size];
        GeneralisedEigen.Solve(explained, levels.ToRowMajorArray(), size, values, vectors);
        var raw = Matrix<double>.Build.Dense(size, rank, (row, relation) => vectors[(relation * size) + row]);
        var head = raw.SubMatrix(0, rank, 0, rank);
        if (!(Math.Abs(head.Determinant()) > 0))
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.CollinearSeries, "the first series take no part in the relations");
        }

        return (values, raw * head.Inverse());
    }

    private static VectorErrorCorrectionModel Describe(
        ErrorCorrectionDesign design,
        Matrix<double> speeds,
        Matrix<double> relations,
        double[] values,
        double likelihood,
        ErrorCorrectionTerms terms)
    {
        int rows = design.Rows;
        int size = design.Size;
        var pull = speeds * relations.Transpose();
        double[] shocks = [.. design.Changes];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < pull.ColumnCount; j++)
            {
                for (int row = 0; row < rows; row++)
                {
                    shocks[(i * rows) + row] -= pull[i, j] * design.Levels[(j * rows) + row];
                }
            }
        }

        double[][] fixedPart = MultivariateLeastSquares.Solve(design.Short, rows, design.Short.Length / rows, shocks, default);
        int lagged = design.LaggedDifferences * size;
        double[][] gamma = new double[size][];
        for (int i = 0; i < size; i++)
        {
            gamma[i] = [.. fixedPart.Take(lagged).Select(row => row[i])];
        }

        double[][] beta = relations.ToRowArrays();
        return new VectorErrorCorrectionModel(
            speeds.ToRowArrays(),
            beta[..size],
            beta[size..],
            gamma,
            fixedPart[lagged..],
            SeriesSet.Products(shocks, shocks, rows, rows).ToRowArrays(),
            values[..size],
            likelihood,
            terms,
            rows,
            design.Tail);
    }
}
