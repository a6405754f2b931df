namespace Superintel.Risk.Optimisation.Programs;

/// <summary>Primal-dual interior point method for convex quadratic programmes: small, dense, to full accuracy.</summary>
/// <remarks>Mehrotra's predictor-corrector (1992) as in Nocedal and Wright, Numerical Optimization, algorithm 16.4. The Newton system is
/// reduced to the variables and equalities and solved by elimination with pivoting.</remarks>
public static class InteriorPoint
{
    /// <summary>A residual below this is an optimum.</summary>
    public const double Acceptable = 1e-7;

    private const int MostIterations = 200;
    private const double Tolerance = 1e-11;

    // Variances of some assets may be millions of times those of others: what is left of the residual then still hides the least of them.
    private const double Finest = 1e-15;
    private const int MostStalled = 3;

    /// <returns>Optimal; infeasible: no point satisfies the constraints; or not converged: without bound, or too ill a problem.</returns>
    /// <exception cref="ArgumentException">A coefficient is not a number.</exception>
    public static ProgramSolution Solve(QuadraticProgram program)
    {
        Demand(program);
        var rows = new ReducedRows(program.Equalities, program.EqualityValues, program.Inequalities, program.InequalityBounds);
        if (rows.IsContradictory) return new ProgramSolution(ProgramStatus.Infeasible, new double[program.Size], double.NaN, 1, 0);
        var reduced = program with
        {
            Equalities = rows.Equalities,
            EqualityValues = rows.EqualityValues,
            Inequalities = rows.Inequalities,
            InequalityBounds = rows.InequalityBounds,
        };
        var (point, residual, iterations) = Search(reduced);
        var status = residual < Acceptable ? ProgramStatus.Optimal
            : Feasibility.IsImpossible(rows, program.Size) ? ProgramStatus.Infeasible : ProgramStatus.NotConverged;
        return new ProgramSolution(status, point, program.Objective(point), residual, iterations);
    }

    internal static (double[] Point, double Residual, int Iterations) Search(QuadraticProgram program)
    {
        var state = new InteriorPointState(program);
        var best = (Residual: double.PositiveInfinity, Point: state.Point);
        var (iteration, stalled) = (0, 0);
        for (; iteration < MostIterations; iteration++)
        {
            var residual = state.Measure();
            if (residual < best.Residual) (best, stalled) = ((residual, state.Point), 0);
            else if (best.Residual < Tolerance && ++stalled >= MostStalled) break;
            if (residual < Finest || !double.IsFinite(residual)) break;
            if (!state.Step()) break;
        }

        return (best.Point, best.Residual, iteration);
    }

    private static void Demand(QuadraticProgram program)
    {
        foreach (var values in (IEnumerable<double[]>)[
            program.Quadratic, program.Linear, program.EqualityValues, program.InequalityBounds, .. program.Equalities,
            .. program.Inequalities])
        {
            if (!values.All(double.IsFinite)) throw new ArgumentException("A coefficient is not a finite number.", nameof(program));
        }
    }
}
