using System.Numerics.Tensors;

namespace Superintel.Prediction.Analytics.Dense;

/// <summary>Least squares by Householder reflections: slower than normal equations and accurate where they are not.</summary>
public static class HouseholderLeastSquares
{
    /// <summary>Solves min |b - A c| and leaves R in the upper triangle of A.</summary>
    /// <param name="columns">A, column-major, rows x count; overwritten.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="count">Number of columns, at most <paramref name="rows"/>.</param>
    /// <param name="target">b; overwritten by Q'b.</param>
    /// <param name="coefficients">Receives c, one per column.</param>
    /// <returns>The smallest ratio of a pivot to its column's norm: near zero means dependent columns.</returns>
    public static double Solve(Span<double> columns, int rows, int count, Span<double> target, Span<double> coefficients)
    {
        double worst = 1.0;
        for (int k = 0; k < count; k++)
        {
            var whole = columns.Slice(k * rows, rows);
            double norm = TensorPrimitives.Norm<double>(whole);
            var pivot = whole[k..];
            double tail = TensorPrimitives.Norm<double>(pivot);
            worst = Math.Min(worst, norm > 0 ? tail / norm : 0);
            if (tail > 0)
            {
                Reflect(columns, rows, count, target, k, pivot[0] > 0 ? -tail : tail);
            }
        }

        BackSubstitute(columns, rows, count, target, coefficients);
        return worst;
    }

    /// <summary>Diagonal of (A'A)^-1 from the R that <see cref="Solve"/> left behind.</summary>
    /// <param name="columns">As <see cref="Solve"/> left it.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="count">Number of columns.</param>
    /// <param name="inverse">Receives R^-1, row-major, count x count.</param>
    public static void InvertTriangle(ReadOnlySpan<double> columns, int rows, int count, Span<double> inverse)
    {
        inverse[..(count * count)].Clear();
        for (int j = count - 1; j >= 0; j--)
        {
            double diagonal = columns[(j * rows) + j];
            inverse[(j * count) + j] = 1 / diagonal;
            for (int i = j - 1; i >= 0; i--)
            {
                double sum = 0;
                for (int k = i + 1; k <= j; k++)
                {
                    sum += columns[(k * rows) + i] * inverse[(k * count) + j];
                }

                inverse[(i * count) + j] = -sum / columns[(i * rows) + i];
            }
        }
    }

    private static void Reflect(Span<double> columns, int rows, int count, Span<double> target, int k, double diagonal)
    {
        var reflector = columns.Slice((k * rows) + k, rows - k);
        reflector[0] -= diagonal;
        double scale = 2 / TensorPrimitives.SumOfSquares<double>(reflector);
        for (int j = k + 1; j < count; j++)
        {
            Apply(reflector, columns.Slice((j * rows) + k, rows - k), scale);
        }

        Apply(reflector, target[k..rows], scale);
        reflector[0] = diagonal;
    }

    private static void Apply(ReadOnlySpan<double> reflector, Span<double> column, double scale) =>
        TensorPrimitives.MultiplyAdd(reflector, -scale * TensorPrimitives.Dot<double>(reflector, column), column, column);

    private static void BackSubstitute(Span<double> columns, int rows, int count, Span<double> target, Span<double> coefficients)
    {
        for (int i = count - 1; i >= 0; i--)
        {
            double sum = target[i];
            for (int j = i + 1; j < count; j++)
            {
                sum -= columns[(j * rows) + i] * coefficients[j];
            }

            double diagonal = columns[(i * rows) + i];
            coefficients[i] = diagonal != 0 ? sum / diagonal : 0;
        }
    }
}
