using System.Numerics.Tensors;
using Superintel.Prediction.Analytics.UnitRoot;

namespace Superintel.Prediction.Analytics.Dense;

/// <summary>Removal of a constant, a trend and a squared trend from columns, by polynomials orthonormal on the rows.</summary>
public static class TrendProjection
{
    /// <summary>Number of deterministic terms of a trend.</summary>
    public static int Terms(DeterministicTrend trend) => (int)trend;

    /// <summary>Writes the orthonormal polynomials of degree 0 to terms - 1 on a number of rows.</summary>
    /// <param name="basis">Receives terms x rows values.</param>
    /// <param name="rows">Number of rows, above <paramref name="terms"/>.</param>
    /// <param name="terms">0 to 3.</param>
    public static void FillBasis(Span<double> basis, int rows, int terms)
    {
        double centre = (rows - 1) / 2.0;
        double square = ((rows * (double)rows) - 1) / 12.0;
        for (int degree = 0; degree < terms; degree++)
        {
            var line = basis.Slice(degree * rows, rows);
            for (int row = 0; row < rows; row++)
            {
                double u = row - centre;
                line[row] = degree switch { 0 => 1, 1 => u, _ => (u * u) - square };
            }

            TensorPrimitives.Multiply(line, 1 / TensorPrimitives.Norm<double>(line), line);
        }
    }

    /// <summary>Subtracts from a column its projection on the basis, twice, so that what is left is orthogonal to it in
    /// floating point too.</summary>
    public static void Remove(ReadOnlySpan<double> basis, int terms, Span<double> column)
    {
        for (int pass = 0; pass < 2; pass++)
        {
            for (int degree = 0; degree < terms; degree++)
            {
                var line = basis.Slice(degree * column.Length, column.Length);
                TensorPrimitives.MultiplyAdd(line, -TensorPrimitives.Dot<double>(line, column), column, column);
            }
        }
    }
}
