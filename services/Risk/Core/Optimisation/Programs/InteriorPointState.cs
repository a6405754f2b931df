using System.Numerics.Tensors;

namespace Superintel.Risk.Optimisation.Programs;

/// <summary>Variables, multipliers and slacks on their way to the optimum.</summary>
internal sealed class InteriorPointState
{
    private const double ToBoundary = 0.995;

    // On the diagonal of the Newton system alone: where neither objective nor constraints say anything about a direction, it is not taken.
    private const double Proximity = 1e-13;

    private readonly QuadraticProgram program;
    private readonly int n;
    private readonly int equalities;
    private readonly int m;
    private readonly double scale;
    private double[] x;
    private double[] y;
    private double[] slack;
    private double[] multiplier;
    private double[] dualGap = [];
    private double[] primalGap = [];
    private double[] equalityGap = [];

    public InteriorPointState(QuadraticProgram program)
    {
        this.program = program;
        (n, equalities, m) = (program.Size, program.EqualityValues.Length, program.InequalityBounds.Length);
        scale = 1 + Largest(program.Linear) + Largest(program.Quadratic);
        (x, y, slack, multiplier) = (new double[n], new double[equalities], new double[m], new double[m]);
        if (n > 0 && equalities > 0)
        {
            var total = program.Equalities[0].Sum();
            if (total != 0) Array.Fill(x, program.EqualityValues[0] / total);
        }
        for (var i = 0; i < m; i++)
        {
            slack[i] = Math.Max(1, program.InequalityBounds[i] - TensorPrimitives.Dot<double>(program.Inequalities[i], x));
            multiplier[i] = scale;
        }
    }

    public double[] Point => [.. x];

    /// <summary>Computes the gaps and gives the largest, relative to the data.</summary>
    public double Measure()
    {
        dualGap = new double[n];
        for (var i = 0; i < n; i++)
            dualGap[i] = program.Linear[i] + TensorPrimitives.Dot(program.Quadratic.AsSpan(i * n, n), x);
        for (var k = 0; k < equalities; k++) Add(dualGap, program.Equalities[k], y[k]);
        for (var k = 0; k < m; k++) Add(dualGap, program.Inequalities[k], multiplier[k]);
        equalityGap = new double[equalities];
        for (var k = 0; k < equalities; k++)
            equalityGap[k] = TensorPrimitives.Dot<double>(program.Equalities[k], x) - program.EqualityValues[k];
        primalGap = new double[m];
        var complementarity = 0.0;
        for (var k = 0; k < m; k++)
        {
            primalGap[k] = TensorPrimitives.Dot<double>(program.Inequalities[k], x) + slack[k] - program.InequalityBounds[k];
            complementarity = Math.Max(complementarity, slack[k] * multiplier[k]);
        }
        var feasibility = Math.Max(Largest(equalityGap), Largest(primalGap));
        return Math.Max(Math.Max(Largest(dualGap), complementarity) / scale, feasibility);
    }

    /// <returns>False when the system cannot be solved any more.</returns>
    public bool Step()
    {
        var system = Factor();
        if (system is null) return false;
        var target = new double[m];
        for (var k = 0; k < m; k++) target[k] = slack[k] * multiplier[k];
        var gap = m > 0 ? TensorPrimitives.Sum<double>(target) / m : 0;
        var predictor = Direction(system, target);
        var (primal, dual) = (Reach(slack, predictor.Slack), Reach(multiplier, predictor.Multiplier));
        var reached = 0.0;
        for (var k = 0; k < m; k++)
            reached += (slack[k] + (primal * predictor.Slack[k])) * (multiplier[k] + (dual * predictor.Multiplier[k]));
        var centring = gap > 0 ? Math.Pow(Math.Max(0, reached / m / gap), 3) : 0;
        for (var k = 0; k < m; k++) target[k] += (predictor.Slack[k] * predictor.Multiplier[k]) - (centring * gap);
        var move = Direction(system, target);
        primal = Math.Min(1, ToBoundary * Reach(slack, move.Slack));
        dual = Math.Min(1, ToBoundary * Reach(multiplier, move.Multiplier));
        // One length for both keeps a quadratic objective's stationarity falling.
        var step = Math.Min(primal, dual);
        (x, y) = (Moved(x, move.X, step), Moved(y, move.Y, step));
        (slack, multiplier) = (Moved(slack, move.Slack, step), Moved(multiplier, move.Multiplier, step));
        return x.All(double.IsFinite);
    }

    private LinearSystem? Factor()
    {
        var size = n + equalities;
        var matrix = new double[size * size];
        for (var i = 0; i < n; i++)
        {
            program.Quadratic.AsSpan(i * n, n).CopyTo(matrix.AsSpan(i * size));
            matrix[(i * size) + i] += Proximity * scale;
        }

        for (var k = 0; k < m; k++)
        {
            var (row, weight) = (program.Inequalities[k], multiplier[k] / slack[k]);
            for (var i = 0; i < n; i++)
            {
                if (row[i] == 0) continue;
                for (var j = 0; j < n; j++) matrix[(i * size) + j] += weight * row[i] * row[j];
            }
        }
        for (var k = 0; k < equalities; k++)
        {
            for (var i = 0; i < n; i++)
                matrix[((n + k) * size) + i] = matrix[(i * size) + n + k] = program.Equalities[k][i];
        }
        return LinearSystem.Factor(matrix, size);
    }

    private (double[] X, double[] Y, double[] Slack, double[] Multiplier) Direction(LinearSystem system, double[] target)
    {
        var right = new double[n + equalities];
        for (var i = 0; i < n; i++) right[i] = -dualGap[i];
        for (var k = 0; k < m; k++)
            Add(right.AsSpan(0, n), program.Inequalities[k], (target[k] - (multiplier[k] * primalGap[k])) / slack[k]);
        for (var k = 0; k < equalities; k++) right[n + k] = -equalityGap[k];
        var solved = system.Solve(right);
        var (dx, ds, dm) = (solved[..n], new double[m], new double[m]);
        for (var k = 0; k < m; k++)
        {
            ds[k] = -primalGap[k] - TensorPrimitives.Dot<double>(program.Inequalities[k], dx);
            dm[k] = -(target[k] + (multiplier[k] * ds[k])) / slack[k];
        }
        return (dx, solved[n..], ds, dm);
    }

    private static double Reach(double[] values, double[] direction)
    {
        var reach = 1.0;
        for (var k = 0; k < values.Length; k++)
        {
            if (direction[k] < 0) reach = Math.Min(reach, -values[k] / direction[k]);
        }
        return reach;
    }

    private static double[] Moved(double[] values, double[] direction, double step) =>
        [.. values.Zip(direction, (value, move) => value + (step * move))];

    private static void Add(Span<double> sum, ReadOnlySpan<double> row, double factor) =>
        TensorPrimitives.MultiplyAdd(row, factor, sum, sum);

    private static double Largest(ReadOnlySpan<double> values) => values.Length == 0 ? 0 : Math.Abs(TensorPrimitives.MaxMagnitude(values));
}
