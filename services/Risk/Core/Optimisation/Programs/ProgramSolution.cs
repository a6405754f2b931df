namespace Superintel.Risk.Optimisation.Programs;

/// <summary>An optimum and how well it satisfies the conditions for one.</summary>
/// <param name="Point">The variables.</param>
/// <param name="Objective">Value at the point.</param>
/// <param name="KktResidual">Largest violation of the Karush-Kuhn-Tucker conditions: stationarity, feasibility, complementarity;
/// relative to
/// the size of the data.</param>
public sealed record ProgramSolution(ProgramStatus Status, double[] Point, double Objective, double KktResidual, int Iterations);
