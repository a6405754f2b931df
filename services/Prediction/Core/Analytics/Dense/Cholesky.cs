namespace Superintel.Prediction.Analytics.Dense;

/// <summary>Cholesky factorisation of small symmetric positive definite matrices, row-major, in place.</summary>
public static class Cholesky
{
    /// <summary>Replaces the lower triangle of a matrix by its factor L with A = L L'.</summary>
    /// <param name="matrix">Row-major, at least <paramref name="size"/> rows of <paramref name="size"/> entries; only
    /// the lower triangle is read.</param>
    /// <param name="size">Number of rows.</param>
    /// <param name="definiteRows">Leading rows that must be positive definite; later rows may have a zero pivot.</param>
    /// <returns>The smallest ratio of a pivot to its original diagonal entry: near zero means nearly dependent columns.</returns>
    public static double Factor(Span<double> matrix, int size, int definiteRows)
    {
        double worst = 1.0;
        for (int row = 0; row < size; row++)
        {
            var current = matrix.Slice(row * size, size);
            for (int column = 0; column < row; column++)
            {
                var other = matrix.Slice(column * size, size);
                double rest = current[column] - Dot(current, other, column);
                current[column] = other[column] > 0 ? rest / other[column] : 0;
            }

            double diagonal = current[row];
            double pivot = diagonal - Dot(current, current, row);
            double ratio = diagonal > 0 ? pivot / diagonal : 0;
            if (row < definiteRows && ratio < worst)
            {
                worst = ratio;
            }

            current[row] = pivot > 0 ? Math.Sqrt(pivot) : 0;
        }

        return worst;
    }

    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right, int count)
    {
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }
}
