namespace Superintel.Prediction.Analytics.Dense;

/// <summary>Solutions with a lower triangular matrix, row-major.</summary>
public static class Triangle
{
    /// <summary>Replaces b by the solution of L x = b.</summary>
    public static void SolveLower(ReadOnlySpan<double> lower, int size, Span<double> b)
    {
        for (int i = 0; i < size; i++)
        {
            double sum = b[i];
            for (int j = 0; j < i; j++)
            {
                sum -= lower[(i * size) + j] * b[j];
            }

            b[i] = sum / lower[(i * size) + i];
        }
    }

    /// <summary>Replaces b by the solution of L' x = b.</summary>
    public static void SolveLowerTransposed(ReadOnlySpan<double> lower, int size, Span<double> b)
    {
        for (int i = size - 1; i >= 0; i--)
        {
            double sum = b[i];
            for (int j = i + 1; j < size; j++)
            {
                sum -= lower[(j * size) + i] * b[j];
            }

            b[i] = sum / lower[(i * size) + i];
        }
    }
}
