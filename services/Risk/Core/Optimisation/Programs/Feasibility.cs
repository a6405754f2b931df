namespace Superintel.Risk.Optimisation.Programs;

/// <summary>Whether constraints can hold together at all.</summary>
/// <remarks>The first phase of linear programming: the least excess by which all inequalities have to be relaxed.</remarks>
internal static class Feasibility
{
    private const double Excess = 1e-7;

    /// <param name="rows">Not contradictory.</param>
    /// <param name="size">Number of variables.</param>
    public static bool IsImpossible(ReducedRows rows, int size)
    {
        if (rows.Inequalities.Count == 0) return false;
        double[] Wider(double[] row, double last) => [.. row, last];
        var cost = new double[size + 1];
        cost[size] = 1;
        var (point, residual, _) = InteriorPoint.Search(new QuadraticProgram(
            new double[(size + 1) * (size + 1)],
            cost,
            [.. rows.Equalities.Select(row => Wider(row, 0))],
            rows.EqualityValues,
            [.. rows.Inequalities.Select(row => Wider(row, -1)), Wider(new double[size], -1)],
            [.. rows.InequalityBounds, 0]));
        return residual < InteriorPoint.Acceptable && point[size] > Excess;
    }
}
