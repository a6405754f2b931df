namespace Superintel.Risk.Optimisation.Programs;

/// <summary>The interior point method for the CVaR programme: the excess of each scenario is eliminated by hand, so that a step costs one
/// system of as many unknowns as there are assets.</summary>
public static class CvarInteriorPoint
{
    private const int MostIterations = 200;
    private const double Tolerance = 1e-10;

    /// <returns>The weights; the objective is their CVaR.</returns>
    public static ProgramSolution Solve(CvarProgram program)
    {
        var state = new CvarState(program);
        var best = (Residual: double.PositiveInfinity, Weights: state.Weights, Cvar: 0.0);
        var iteration = 0;
        for (; iteration < MostIterations; iteration++)
        {
            var residual = state.Measure();
            if (residual < best.Residual) best = (residual, state.Weights, state.Objective);
            if (residual < Tolerance || !double.IsFinite(residual)) break;
            if (!state.Step()) break;
        }
        var status = best.Residual < 1e-7 ? ProgramStatus.Optimal
            : state.IsInfeasible ? ProgramStatus.Infeasible : ProgramStatus.NotConverged;
        return new ProgramSolution(status, best.Weights, best.Cvar, best.Residual, iteration);
    }
}
