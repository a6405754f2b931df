namespace Superintel.Prediction.Analytics.Multivariate;

/// <summary>Criteria of vector autoregressions of several orders over the same rows.</summary>
/// <param name="First">Lags of the first entry.</param>
/// <param name="Akaike">One per number of lags, smaller is better.</param>
/// <param name="Bayes">One per number of lags.</param>
/// <param name="HannanQuinn">One per number of lags.</param>
public sealed record VectorLagOrders(
    int First, IReadOnlyList<double> Akaike, IReadOnlyList<double> Bayes, IReadOnlyList<double> HannanQuinn)
{
    /// <summary>Lags of the least of a list of criteria, the fewest when several are equal.</summary>
    public int Least(IReadOnlyList<double> criteria)
    {
        int best = 0;
        for (int i = 1; i < criteria.Count; i++)
        {
            best = criteria[i] < criteria[best] ? i : best;
        }

        return First + best;
    }
}
