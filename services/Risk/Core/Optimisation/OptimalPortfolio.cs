using Superintel.Risk.Optimisation.Programs;

namespace Superintel.Risk.Optimisation;

/// <summary>Weights, and how well they satisfy the conditions for an optimum.</summary>
/// <param name="Weights">One per asset; trade on them only when the status is optimal.</param>
/// <param name="Objective">Of the method: variance, Sharpe ratio, CVaR, ...</param>
/// <param name="KktResidual">Largest violation of the conditions for an optimum, relative to the data.</param>
public sealed record OptimalPortfolio(string Method, ProgramStatus Status, double[] Weights, double Objective, double KktResidual);
