using System.Numerics.Tensors;

namespace Superintel.Risk.Optimisation.Programs;

/// <summary>A dense system factored by Gaussian elimination with row pivoting.</summary>
internal sealed class LinearSystem
{
    private readonly double[] factors;
    private readonly int[] order;
    private readonly int size;

    private LinearSystem(double[] factors, int[] order, int size) => (this.factors, this.order, this.size) = (factors, order, size);

    /// <param name="matrix">Row-major; overwritten.</param>
    /// <returns>Null when the matrix is singular to working accuracy.</returns>
    public static LinearSystem? Factor(double[] matrix, int size)
    {
        var order = Enumerable.Range(0, size).ToArray();
        for (var column = 0; column < size; column++)
        {
            var pivot = column;
            for (var row = column + 1; row < size; row++)
            {
                if (Math.Abs(matrix[(row * size) + column]) > Math.Abs(matrix[(pivot * size) + column])) pivot = row;
            }
            if (!(Math.Abs(matrix[(pivot * size) + column]) > 1e-300)) return null;
            if (pivot != column)
            {
                (order[pivot], order[column]) = (order[column], order[pivot]);
                for (var k = 0; k < size; k++)
                    (matrix[(pivot * size) + k], matrix[(column * size) + k]) = (matrix[(column * size) + k], matrix[(pivot * size) + k]);
            }
            Eliminate(matrix, size, column);
        }
        return new LinearSystem(matrix, order, size);
    }

    public double[] Solve(ReadOnlySpan<double> right)
    {
        var x = new double[size];
        for (var i = 0; i < size; i++)
            x[i] = right[order[i]] - TensorPrimitives.Dot<double>(factors.AsSpan(i * size, i), x.AsSpan(0, i));
        for (var i = size - 1; i >= 0; i--)
        {
            var rest = TensorPrimitives.Dot<double>(factors.AsSpan((i * size) + i + 1, size - i - 1), x.AsSpan(i + 1));
            x[i] = (x[i] - rest) / factors[(i * size) + i];
        }
        return x;
    }

    private static void Eliminate(double[] matrix, int size, int column)
    {
        var head = matrix.AsSpan((column * size) + column + 1, size - column - 1);
        for (var row = column + 1; row < size; row++)
        {
            var factor = matrix[(row * size) + column] /= matrix[(column * size) + column];
            if (factor == 0) continue;
            var rest = matrix.AsSpan((row * size) + column + 1, size - column - 1);
            TensorPrimitives.MultiplyAdd(head, -factor, rest, rest);
        }
    }
}
