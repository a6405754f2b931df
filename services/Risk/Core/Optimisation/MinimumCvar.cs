using System.Numerics.Tensors;
using Superintel.Risk.Measures;
using Superintel.Risk.Optimisation.Programs;

namespace Superintel.Risk.Optimisation;

/// <summary>The portfolio whose historical CVaR is least.</summary>
public static class MinimumCvar
{
    /// <param name="confidence">In (0.5, 1).</param>
    /// <param name="target">Least mean return per period; null: none is asked for.</param>
    /// <returns>The objective is the CVaR per period, a positive loss.</returns>
    public static OptimalPortfolio Solve(ReturnPanel panel, double confidence, PortfolioConstraints constraints, double? target = null)
    {
        var n = panel.Assets;
        var variables = constraints.Turnover is null ? n : 2 * n;
        var rows = ConstraintRows.Of(constraints, variables);
        if (constraints.Turnover is { } turnover) rows.LimitTurnover(turnover, variables, n);
        if (target is { } least)
            rows.AtMost(ConstraintRows.Weighted(variables, [.. panel.Means().Select(mean => -mean)]), -least);
        // In units of the largest return, so that the tolerance means the same for every period.
        var unit = Enumerable.Range(0, n).Max(i => Math.Abs(TensorPrimitives.MaxMagnitude(panel.Returns(i))));
        var scenarios = new double[panel.Periods][];
        for (var t = 0; t < scenarios.Length; t++)
        {
            scenarios[t] = new double[variables];
            for (var i = 0; i < n; i++) scenarios[t][i] = panel.Returns(i)[t] / unit;
        }
        var found = CvarInteriorPoint.Solve(new CvarProgram(
            scenarios, confidence, rows.Equalities, [.. rows.EqualityValues], rows.Inequalities, [.. rows.Bounds]));
        return new OptimalPortfolio("min-cvar", found.Status, found.Point[..n], found.Objective * unit, found.KktResidual);
    }
}
