namespace Superintel.Risk.Optimisation.Programs;

/// <summary>
/// Minimise the CVaR of a portfolio over equally likely scenarios: z + sum(u) / ((1 - confidence) T), u >= loss - z, u >= 0, subject to
/// A w = b and G w &lt;= h.
/// </summary>
/// <param name="Scenarios">One array of returns per scenario, an entry per asset.</param>
/// <param name="Confidence">In (0.5, 1).</param>
/// <remarks>Rockafellar and Uryasev (2000), Optimization of conditional value-at-risk.</remarks>
public sealed record CvarProgram(
    IReadOnlyList<double[]> Scenarios, double Confidence, IReadOnlyList<double[]> Equalities, double[] EqualityValues,
    IReadOnlyList<double[]> Inequalities, double[] InequalityBounds)
{
    public int Assets => Scenarios[0].Length;

    /// <summary>Weight of a scenario's excess loss.</summary>
    public double Excess => 1 / ((1 - Confidence) * Scenarios.Count);
}
