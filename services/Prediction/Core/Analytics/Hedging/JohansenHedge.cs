using Superintel.Prediction.Analytics.Cointegration;

namespace Superintel.Prediction.Analytics.Hedging;

/// <summary>The cointegrating vector of the largest eigenvalue.</summary>
public static class JohansenHedge
{
    /// <summary>Finds the weights; the objective is the eigenvalue.</summary>
    /// <param name="columns">Column after column, 2 to 12 series.</param>
    /// <param name="observations">Rows.</param>
    /// <param name="deterministicOrder">As <see cref="Johansen"/>.</param>
    /// <param name="lags">Lagged differences.</param>
    public static HedgePortfolio Fit(ReadOnlySpan<double> columns, int observations, int deterministicOrder = 0, int lags = 1)
    {
        var result = Johansen.Test(columns, observations, deterministicOrder, lags);
        return HedgePortfolio.Normalised(result.Eigenvectors[0], result.Eigenvalues[0]);
    }
}
