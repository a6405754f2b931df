namespace Superintel.Prediction.Analytics.Cointegration;

/// <summary>Outcome of Johansen's test.</summary>
/// <param name="Eigenvalues">Squared canonical correlations, largest first.</param>
/// <param name="Eigenvectors">One row per eigenvalue, v' S v = 1 with S the level moments, first non-zero entry positive.</param>
/// <param name="TraceStatistics">Null hypothesis: at most r relations, r = 0, 1, ...</param>
/// <param name="TraceCritical">Per r the values at 90 %, 95 % and 99 %.</param>
/// <param name="MaximumEigenvalueStatistics">Null hypothesis: r relations against r + 1.</param>
/// <param name="MaximumEigenvalueCritical">Per r the values at 90 %, 95 % and 99 %.</param>
/// <param name="Observations">Rows of the regressions.</param>
public sealed record JohansenResult(
    IReadOnlyList<double> Eigenvalues,
    IReadOnlyList<double[]> Eigenvectors,
    IReadOnlyList<double> TraceStatistics,
    IReadOnlyList<double[]> TraceCritical,
    IReadOnlyList<double> MaximumEigenvalueStatistics,
    IReadOnlyList<double[]> MaximumEigenvalueCritical,
    int Observations)
{
    /// <summary>Number of relations that the trace test finds at 5 %.</summary>
    public int Rank
    {
        get
        {
            int rank = 0;
            while (rank < TraceStatistics.Count && TraceStatistics[rank] > TraceCritical[rank][1])
            {
                rank++;
            }

            return rank;
        }
    }
}
