namespace Superintel.Risk.Tests.Optimisation;

/// <summary>Quadratic programmes within a box and with one sum, solved by trying every set of bounds that may hold with equality.</summary>
internal static class BruteForce
{
    /// <summary>Minimise x'Qx/2 + c'x, lower &lt;= x &lt;= upper, sum x = sum.</summary>
    /// <returns>Null when nothing is feasible.</returns>
    public static (double[] Point, double Objective)? Solve(double[] quadratic, double[] linear, double[] lower, double[] upper, double sum)
    {
        var n = linear.Length;
        (double[] Point, double Objective)? best = null;
        for (var code = 0; code < (int)Math.Pow(3, n); code++)
        {
            var held = new int[n];
            for (var (i, rest) = (0, code); i < n; i++, rest /= 3) held[i] = rest % 3;
            var x = Stationary(quadratic, linear, lower, upper, sum, held);
            if (x is null || !IsFeasible(x, lower, upper, sum)) continue;
            var value = Objective(quadratic, linear, x);
            if (best is null || value < best.Value.Objective) best = (x, value);
        }

        return best;
    }

    public static double Objective(double[] quadratic, double[] linear, double[] x)
    {
        var value = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            value += linear[i] * x[i];
            for (var j = 0; j < x.Length; j++) value += 0.5 * x[i] * quadratic[(i * x.Length) + j] * x[j];
        }

        return value;
    }

    private static bool IsFeasible(double[] x, double[] lower, double[] upper, double sum)
    {
        for (var i = 0; i < x.Length; i++)
        {
            if (!(x[i] >= lower[i] - 1e-9 && x[i] <= upper[i] + 1e-9)) return false;
        }

        return Math.Abs(x.Sum() - sum) < 1e-9;
    }

    // Free variables are stationary, the others at their lower (1) or upper (2) end; the last unknown is the multiplier of the sum.
    private static double[]? Stationary(double[] quadratic, double[] linear, double[] lower, double[] upper, double sum, int[] held)
    {
        var n = linear.Length;
        var system = new double[n + 1, n + 2];
        for (var i = 0; i < n; i++)
        {
            if (held[i] == 0)
            {
                for (var j = 0; j < n; j++) system[i, j] = quadratic[(i * n) + j];
                (system[i, n], system[i, n + 1]) = (1, -linear[i]);
            }
            else
            {
                (system[i, i], system[i, n + 1]) = (1, held[i] == 1 ? lower[i] : upper[i]);
            }

            system[n, i] = 1;
        }

        system[n, n + 1] = sum;
        // All at an end: the multiplier is not needed.
        if (Array.TrueForAll(held, side => side != 0)) system[n, n] = 1;
        return Eliminate(system, n + 1) is { } solved ? solved[..n] : null;
    }

    private static double[]? Eliminate(double[,] system, int size)
    {
        for (var column = 0; column < size; column++)
        {
            var pivot = column;
            for (var row = column; row < size; row++)
            {
                if (Math.Abs(system[row, column]) > Math.Abs(system[pivot, column])) pivot = row;
            }

            if (Math.Abs(system[pivot, column]) < 1e-12) return null;
            for (var k = 0; k <= size; k++) (system[pivot, k], system[column, k]) = (system[column, k], system[pivot, k]);
            for (var row = 0; row < size; row++)
            {
                if (row == column) continue;
                var factor = system[row, column] / system[column, column];
                for (var k = column; k <= size; k++) system[row, k] -= factor * system[column, k];
            }
        }

        return [.. Enumerable.Range(0, size).Select(i => system[i, size] / system[i, i])];
    }
}
