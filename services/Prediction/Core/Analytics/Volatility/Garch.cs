namespace Superintel.Prediction.Analytics.Volatility;

/// <summary>GARCH(1,1) by maximum likelihood.</summary>
/// <remarks>Bollerslev (1986). The likelihood is maximised over the persistence and alpha's share of it, so that alpha, beta >= 0 and
/// alpha + beta below 1 hold everywhere; slopes are analytic.</remarks>
public static class Garch
{
    /// <summary>Fits the model.</summary>
    /// <param name="returns">Returns per bar in any unit, oldest first, at least 20 finite values.</param>
    /// <param name="mean">Whether a mean is estimated.</param>
    /// <param name="presample">Variance before the first return.</param>
    /// <exception cref="SeriesFaultException">The returns are at fault, or the search does not settle: <c>not-converged</c>.</exception>
    public static GarchModel Fit(
        ReadOnlySpan<double> returns, MeanModel mean = MeanModel.Constant, PresampleVariance presample = PresampleVariance.Backcast)
    {
        var search = new GarchSearch(mean, presample);
        var (mu, omega, alpha, beta, before, logLikelihood) = search.Fit(returns);
        return new GarchModel(mu, omega, alpha, beta, before, logLikelihood, search.Parameters, returns.Length);
    }
}
