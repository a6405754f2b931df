using System.Numerics.Tensors;

namespace Superintel.Risk.Optimisation.Programs;

/// <summary>Weights, threshold and excesses of the CVaR programme on their way to the optimum.</summary>
internal sealed class CvarState
{
    private const double ToBoundary = 0.995;

    // On the diagonal of the Newton system alone: a direction that nothing speaks about is not taken.
    private const double Proximity = 1e-13;

    private readonly CvarProgram program;
    private readonly int n; // assets; the threshold is unknown number n
    private readonly int equalities;
    private readonly double[][] rows; // each scenario's returns, and 1 for the threshold
    private readonly Cone loss; // excess covers the loss
    private readonly Cone positive; // excess is not negative
    private readonly Cone bounds;
    private readonly double[] point;
    private readonly double[] excess;
    private readonly double[] y;
    private readonly double[] equalityGap;
    private double[] dualGap = [];
    private readonly double[] excessGap;

    public CvarState(CvarProgram program)
    {
        this.program = program;
        (n, equalities) = (program.Assets, program.EqualityValues.Length);
        rows = [.. program.Scenarios.Select(scenario => (double[])[.. scenario, 1])];
        (loss, positive, bounds) = (new Cone(rows.Length), new Cone(rows.Length), new Cone(program.InequalityBounds.Length));
        (point, excess, y, equalityGap) = (new double[n + 1], new double[rows.Length], new double[equalities], new double[equalities]);
        excessGap = new double[rows.Length];
        Array.Fill(point, equalities > 0 ? program.EqualityValues[0] / n : 0);
        point[n] = 0;
        Array.Fill(excess, 1);
        Array.Fill(loss.Multiplier, program.Excess / 2);
        Array.Fill(positive.Multiplier, program.Excess / 2);
    }

    public double[] Weights => point[..n];

    public double Objective => point[n] + (program.Excess * excess.Sum());

    public double Measure()
    {
        dualGap = new double[n + 1];
        dualGap[n] = 1;
        for (var s = 0; s < rows.Length; s++)
        {
            Add(dualGap, rows[s], -loss.Multiplier[s]);
            excessGap[s] = program.Excess - loss.Multiplier[s] - positive.Multiplier[s];
            loss.Gap[s] = loss.Slack[s] - Dot(rows[s], point) - excess[s];
            positive.Gap[s] = positive.Slack[s] - excess[s];
        }
        for (var k = 0; k < equalities; k++)
        {
            Add(dualGap.AsSpan(0, n), program.Equalities[k], y[k]);
            equalityGap[k] = Dot(program.Equalities[k], point.AsSpan(0, n)) - program.EqualityValues[k];
        }
        for (var k = 0; k < bounds.Count; k++)
        {
            Add(dualGap.AsSpan(0, n), program.Inequalities[k], bounds.Multiplier[k]);
            bounds.Gap[k] = Dot(program.Inequalities[k], point.AsSpan(0, n)) + bounds.Slack[k] - program.InequalityBounds[k];
        }
        var feasibility = Math.Max(Math.Max(loss.LargestGap, positive.LargestGap), Math.Max(bounds.LargestGap, Largest(equalityGap)));
        var complementarity = loss.Product + positive.Product + bounds.Product;
        return Math.Max(Math.Max(Largest(dualGap), Largest(excessGap)), Math.Max(feasibility, complementarity));
    }

    public bool Step()
    {
        var system = Factor();
        if (system is null) return false;
        Aim(corrected: false, 0);
        var moves = Direction(system);
        var reach = Reach();
        var total = loss.Count + positive.Count + bounds.Count;
        var gap = (loss.Product + positive.Product + bounds.Product) / total;
        var after = (loss.ProductAfter(reach) + positive.ProductAfter(reach) + bounds.ProductAfter(reach)) / total;
        Aim(corrected: true, Math.Pow(Math.Max(0, after / gap), 3) * gap);
        moves = Direction(system);
        var step = Math.Min(1, ToBoundary * Reach());
        Add(point, moves.Point, step);
        Add(excess, moves.Excess, step);
        Add(y, moves.Y, step);
        loss.Move(step);
        positive.Move(step);
        bounds.Move(step);
        return point.All(double.IsFinite);
    }

    private LinearSystem? Factor()
    {
        var size = n + 1 + equalities;
        var matrix = new double[size * size];
        for (var s = 0; s < rows.Length; s++)
        {
            var (d1, d2) = (loss.Weight(s), positive.Weight(s));
            Outer(matrix, size, rows[s], d1 * d2 / (d1 + d2));
        }
        for (var k = 0; k < bounds.Count; k++) Outer(matrix, size, program.Inequalities[k], bounds.Weight(k));
        for (var i = 0; i <= n; i++) matrix[(i * size) + i] += Proximity;
        for (var k = 0; k < equalities; k++)
        {
            for (var i = 0; i < n; i++)
                matrix[((n + 1 + k) * size) + i] = matrix[(i * size) + n + 1 + k] = program.Equalities[k][i];
        }
        return LinearSystem.Factor(matrix, size);
    }

    private (double[] Point, double[] Excess, double[] Y) Direction(LinearSystem system)
    {
        var right = new double[n + 1 + equalities];
        for (var i = 0; i <= n; i++) right[i] = -dualGap[i];
        for (var k = 0; k < bounds.Count; k++)
        {
            var pull = (bounds.Target[k] / bounds.Slack[k]) - (bounds.Weight(k) * bounds.Gap[k]);
            Add(right.AsSpan(0, n), program.Inequalities[k], pull);
        }
        for (var s = 0; s < rows.Length; s++)
        {
            var (d1, d2) = (loss.Weight(s), positive.Weight(s));
            var pull = (loss.Target[s] / loss.Slack[s]) - (d1 * loss.Gap[s]) + (d1 * Eliminated(s) / (d1 + d2));
            Add(right.AsSpan(0, n + 1), rows[s], -pull);
        }
        for (var k = 0; k < equalities; k++) right[n + 1 + k] = -equalityGap[k];
        var solved = system.Solve(right);
        var (move, excesses) = (solved[..(n + 1)], new double[rows.Length]);
        for (var s = 0; s < rows.Length; s++)
        {
            var (d1, d2) = (loss.Weight(s), positive.Weight(s));
            var along = Dot(rows[s], move);
            excesses[s] = (Eliminated(s) - (d1 * along)) / (d1 + d2);
            loss.SlackMove[s] = along + excesses[s] - loss.Gap[s];
            positive.SlackMove[s] = excesses[s] - positive.Gap[s];
        }
        for (var k = 0; k < bounds.Count; k++)
            bounds.SlackMove[k] = -bounds.Gap[k] - Dot(program.Inequalities[k], move.AsSpan(0, n));
        loss.FollowSlack();
        positive.FollowSlack();
        bounds.FollowSlack();
        return (move, excesses, solved[(n + 1)..]);
    }

    // The right side of a scenario's excess, once its two multipliers are expressed by their slacks.
    private double Eliminated(int s) =>
        (loss.Weight(s) * loss.Gap[s]) + (positive.Weight(s) * positive.Gap[s])
        - excessGap[s] - (loss.Target[s] / loss.Slack[s]) - (positive.Target[s] / positive.Slack[s]);

    private void Aim(bool corrected, double centre)
    {
        loss.Aim(corrected, centre);
        positive.Aim(corrected, centre);
        bounds.Aim(corrected, centre);
    }

    private double Reach() => Math.Min(loss.Reach(), Math.Min(positive.Reach(), bounds.Reach()));

    private static void Outer(double[] matrix, int size, double[] row, double weight)
    {
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] != 0) Add(matrix.AsSpan(i * size, row.Length), row, weight * row[i]);
        }
    }

    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right) => TensorPrimitives.Dot(left, right);

    private static void Add(Span<double> sum, ReadOnlySpan<double> row, double factor) =>
        TensorPrimitives.MultiplyAdd(row, factor, sum, sum);

    private static double Largest(ReadOnlySpan<double> values) => values.Length == 0 ? 0 : Math.Abs(TensorPrimitives.MaxMagnitude(values));
}
