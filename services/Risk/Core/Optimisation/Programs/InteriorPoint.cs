using System.Numerics.Tensors;

namespace Superintel.Risk.Optimisation.Programs;

/// <summary>Primal-dual interior point method for convex quadratic programmes: small, dense, to full accuracy.</summary>
/// <remarks>Mehrotra's predictor-corrector (1992) as in Nocedal and Wright, Numerical Optimization, algorithm 16.4. The Newton system is
/// reduced to the variables and equalities and solved by elimination with pivoting.</remarks>
public static class InteriorPoint
{
    private const int MostIterations = 200;
    private const double Tolerance = 1e-11;

    public static ProgramSolution Solve(QuadraticProgram program)
    {
        var state = new InteriorPointState(program);
        var best = (Residual: double.PositiveInfinity, Point: state.Point);
        var iteration = 0;
        for (; iteration < MostIterations; iteration++)
        {
            var residual = state.Measure();
            if (residual < best.Residual) best = (residual, state.Point);
            if (residual < Tolerance || !double.IsFinite(residual)) break;
            if (!state.Step()) break;
        }
        var status = best.Residual < 1e-7 ? ProgramStatus.Optimal
            : state.IsInfeasible ? ProgramStatus.Infeasible : ProgramStatus.NotConverged;
        return new ProgramSolution(status, best.Point, program.Objective(best.Point), best.Residual, iteration);
    }
}
