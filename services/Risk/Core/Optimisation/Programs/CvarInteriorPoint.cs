namespace Superintel.Risk.Optimisation.Programs;

/// <summary>The interior point method for the CVaR programme: the excess of each scenario is eliminated by hand, so that a step costs one
/// system of as many unknowns as there are assets.</summary>
public static class CvarInteriorPoint
{
    private const int MostIterations = 200;
    private const double Tolerance = 1e-10;

    /// <returns>The weights; the objective is their CVaR.</returns>
    /// <exception cref="ArgumentException">A coefficient is not a number.</exception>
    public static ProgramSolution Solve(CvarProgram program)
    {
        if (!program.Scenarios.All(scenario => scenario.All(double.IsFinite)))
            throw new ArgumentException("A return is not a finite number.", nameof(program));
        var rows = new ReducedRows(program.Equalities, program.EqualityValues, program.Inequalities, program.InequalityBounds);
        if (rows.IsContradictory) return new ProgramSolution(ProgramStatus.Infeasible, new double[program.Assets], double.NaN, 1, 0);
        var state = new CvarState(program with
        {
            Equalities = rows.Equalities,
            EqualityValues = rows.EqualityValues,
            Inequalities = rows.Inequalities,
            InequalityBounds = rows.InequalityBounds,
        });
        var best = (Residual: double.PositiveInfinity, Weights: state.Weights, Cvar: 0.0);
        var iteration = 0;
        for (; iteration < MostIterations; iteration++)
        {
            var residual = state.Measure();
            if (residual < best.Residual) best = (residual, state.Weights, state.Objective);
            if (residual < Tolerance || !double.IsFinite(residual)) break;
            if (!state.Step()) break;
        }

        var status = best.Residual < InteriorPoint.Acceptable ? ProgramStatus.Optimal
            : Feasibility.IsImpossible(rows, program.Assets) ? ProgramStatus.Infeasible : ProgramStatus.NotConverged;
        return new ProgramSolution(status, best.Weights, best.Cvar, best.Residual, iteration);
    }
}
