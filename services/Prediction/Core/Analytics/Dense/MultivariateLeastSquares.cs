using System.Numerics.Tensors;

namespace Superintel.Prediction.Analytics.Dense;

/// <summary>Least squares of several responses on the same columns: one factorisation serves all.</summary>
internal static class MultivariateLeastSquares
{
    // Below this share of its length left after the columns before it, a column says nothing of its own.
    private const double Dependent = 1e-10;

    /// <summary>Solves, and writes residuals.</summary>
    /// <param name="design">Column-major, rows x count; count may be zero.</param>
    /// <param name="rows">Number of rows, at least count + responses.</param>
    /// <param name="count">Number of columns.</param>
    /// <param name="responses">Column-major, rows values each; replaced by residuals.</param>
    /// <param name="inverse">Receives the inverse of R, row-major, count x count; or empty.</param>
    /// <returns>Coefficients, one row per column of the design, one entry per response.</returns>
    /// <exception cref="SeriesFaultException">The columns are linearly dependent.</exception>
    public static double[][] Solve(ReadOnlySpan<double> design, int rows, int count, Span<double> responses, Span<double> inverse)
    {
        int targets = responses.Length / rows;
        double[] work = new double[(count + targets) * rows];
        design[..(count * rows)].CopyTo(work);
        responses.CopyTo(work.AsSpan(count * rows));
        int columns = Math.Min(count + targets, rows);
        HouseholderLeastSquares.Solve(work, rows, columns, new double[rows], new double[columns]);
        double[][] coefficients = new double[count][];
        for (int i = count - 1; i >= 0; i--)
        {
            double diagonal = work[(i * rows) + i];
            if (!(Math.Abs(diagonal) > Dependent * TensorPrimitives.Norm(design.Slice(i * rows, rows))))
            {
                throw SeriesFaultException.Of(SeriesFaultCodes.CollinearSeries, "the regressors are linearly dependent");
            }

            coefficients[i] = new double[targets];
            for (int j = 0; j < targets; j++)
            {
                double sum = work[((count + j) * rows) + i];
                for (int k = i + 1; k < count; k++)
                {
                    sum -= work[(k * rows) + i] * coefficients[k][j];
                }

                coefficients[i][j] = sum / diagonal;
            }
        }

        if (!inverse.IsEmpty)
        {
            HouseholderLeastSquares.InvertTriangle(work, rows, count, inverse);
        }

        for (int j = 0; j < targets; j++)
        {
            var residual = responses.Slice(j * rows, rows);
            for (int i = 0; i < count; i++)
            {
                TensorPrimitives.MultiplyAdd(design.Slice(i * rows, rows), -coefficients[i][j], residual, residual);
            }
        }

        return coefficients;
    }
}
