using System.Numerics.Tensors;

namespace Superintel.Risk.Optimisation.Programs;

/// <summary>Constraints fit for a solver: each row's largest coefficient is one, no equality follows from others.</summary>
internal sealed class ReducedRows
{
    // A row of which so little is left once the others are taken off it says nothing of its own; so wrong a value contradicts them.
    private const double Dependent = 1e-10;
    private const double Contradiction = 1e-9;

    private readonly List<double[]> basis = [];

    /// <param name="equalities">A x = b.</param>
    /// <param name="inequalities">G x &lt;= h.</param>
    public ReducedRows(
        IReadOnlyList<double[]> equalities, double[] values, IReadOnlyList<double[]> inequalities, double[] bounds)
    {
        for (var k = 0; k < equalities.Count; k++)
        {
            if (Scaled(equalities[k], values[k]) is not var (row, value)) IsContradictory |= Math.Abs(values[k]) > Contradiction;
            else if (IsNew(row, value)) (Equalities, EqualityValues) = ([.. Equalities, row], [.. EqualityValues, value]);
        }

        var (rows, most) = (new List<double[]>(inequalities.Count), new List<double>(inequalities.Count));
        for (var k = 0; k < inequalities.Count; k++)
        {
            if (Scaled(inequalities[k], bounds[k]) is not var (row, bound))
            {
                IsContradictory |= bounds[k] < -Contradiction;
                continue;
            }

            rows.Add(row);
            most.Add(bound);
        }

        (Inequalities, InequalityBounds) = (rows, [.. most]);
    }

    public IReadOnlyList<double[]> Equalities { get; private set; } = [];

    public double[] EqualityValues { get; private set; } = [];

    public IReadOnlyList<double[]> Inequalities { get; }

    public double[] InequalityBounds { get; }

    /// <summary>Two equalities cannot hold together, or a row without variables does not hold.</summary>
    public bool IsContradictory { get; private set; }

    private static (double[] Row, double Value)? Scaled(double[] row, double value)
    {
        var largest = row.Length == 0 ? 0 : Math.Abs(TensorPrimitives.MaxMagnitude<double>(row));
        return largest > 0 ? ([.. row.Select(entry => entry / largest)], value / largest) : null;
    }

    // Gram and Schmidt's orthogonalisation, twice over against rounding; the last entry is the value.
    private bool IsNew(double[] row, double value)
    {
        double[] rest = [.. row, value];
        var whole = TensorPrimitives.Norm<double>(row);
        for (var pass = 0; pass < 2; pass++)
        {
            foreach (var known in basis)
            {
                var along = TensorPrimitives.Dot<double>(rest.AsSpan(0, row.Length), known.AsSpan(0, row.Length));
                TensorPrimitives.MultiplyAdd<double>(known, -along, rest, rest);
            }
        }

        var left = TensorPrimitives.Norm<double>(rest.AsSpan(0, row.Length));
        if (left <= Dependent * whole)
        {
            IsContradictory |= Math.Abs(rest[^1]) > Contradiction * (1 + Math.Abs(value));
            return false;
        }

        TensorPrimitives.Divide<double>(rest, left, rest);
        basis.Add(rest);
        return true;
    }
}
