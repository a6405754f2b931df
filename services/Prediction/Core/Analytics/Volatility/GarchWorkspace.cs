namespace Superintel.Prediction.Analytics.Volatility;

/// <summary>Memory for GARCH(1,1) fits with a constant mean, one after the other: once it is large enough for the returns, a fit allocates
/// nothing. For one thread at a time.</summary>
/// <remarks>The numbers are those of <see cref="Garch.Fit"/> with its defaults, to the last bit.</remarks>
public sealed class GarchWorkspace
{
    private readonly GarchSearch search = new(MeanModel.Constant, PresampleVariance.Backcast);

    /// <summary>Fits the model and filters the returns it was fitted to.</summary>
    /// <param name="returns">Returns per bar in any unit, oldest first, at least 20 finite values.</param>
    /// <param name="variances">As long: receives the variance of every return given the ones before it.</param>
    /// <returns>Mean return, and the variance of the return after the last.</returns>
    /// <exception cref="SeriesFaultException">The returns are at fault, or the search does not settle: <c>not-converged</c>.</exception>
    public (double Mean, double Next) FitAndFilter(ReadOnlySpan<double> returns, Span<double> variances)
    {
        var (mu, omega, alpha, beta, presample, _) = search.Fit(returns);
        return (mu, GarchModel.Variances(mu, omega, alpha, beta, presample, returns, variances));
    }
}
