using System.Numerics.Tensors;

namespace Superintel.Prediction.Analytics.Regression;

/// <summary>Coefficients of 1, t and t^2 (t = 1..n) from projections on the orthonormal polynomials.</summary>
internal static class DeterministicCoefficients
{
    public static void Solve(ReadOnlySpan<double> column, ReadOnlySpan<double> basis, int terms, Span<double> coefficients)
    {
        if (coefficients.IsEmpty)
        {
            return;
        }

        int rows = column.Length;
        double centre = (rows + 1) / 2.0;
        double square = ((rows * (double)rows) - 1) / 12.0;
        coefficients[..terms].Clear();
        for (int degree = 0; degree < terms; degree++)
        {
            var line = basis.Slice(degree * rows, rows);
            double projection = TensorPrimitives.Dot(line, column);
            double first = 1 - centre;
            double unit = degree switch { 0 => 1, 1 => first, _ => (first * first) - square };
            double scaled = projection * line[0] / unit;
            coefficients[0] += scaled * (degree switch { 0 => 1, 1 => -centre, _ => (centre * centre) - square });
            if (degree >= 1)
            {
                coefficients[1] += scaled * (degree == 1 ? 1 : -2 * centre);
            }

            if (degree == 2)
            {
                coefficients[2] += scaled;
            }
        }
    }
}
