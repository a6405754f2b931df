namespace Superintel.Prediction.Analytics.Volatility;

/// <summary>h(t) = omega + alpha e(t-1)^2 + beta h(t-1), e(t) = r(t) - mu normal with variance h(t).</summary>
/// <param name="Mu">Mean return, in units of the returns; zero under the zero-mean model.</param>
/// <param name="Omega">Constant, in squared units, positive.</param>
/// <param name="Alpha">Weight of the last squared shock, not negative.</param>
/// <param name="Beta">Weight of the last variance, not negative; alpha + beta below 1.</param>
/// <param name="Presample">Variance and squared shock before the first return, in squared units.</param>
/// <param name="LogLikelihood">Gaussian, of all returns, given the presample variance.</param>
/// <param name="Parameters">Number of estimated parameters.</param>
/// <param name="Observations">Number of returns.</param>
public sealed record GarchModel(
    double Mu, double Omega, double Alpha, double Beta, double Presample, double LogLikelihood, int Parameters, int Observations)
{
    /// <summary>alpha + beta: the share of a variance shock left after a bar.</summary>
    public double Persistence => Alpha + Beta;

    /// <summary>Variance that forecasts tend to.</summary>
    public double LongRunVariance => Omega / (1 - Persistence);

    /// <summary>Akaike's criterion, smaller is better.</summary>
    public double Akaike => (2 * Parameters) - (2 * LogLikelihood);

    /// <summary>Bayes' criterion, smaller is better.</summary>
    public double Bayes => (Parameters * Math.Log(Observations)) - (2 * LogLikelihood);

    /// <summary>Writes the variance of every return given the ones before it, without allocation.</summary>
    /// <param name="returns">Oldest first.</param>
    /// <param name="variances">Receives one per return.</param>
    /// <returns>Variance of the return after the last.</returns>
    public double Filter(ReadOnlySpan<double> returns, Span<double> variances) =>
        Variances(Mu, Omega, Alpha, Beta, Presample, returns, variances);

    internal static double Variances(
        double mu, double omega, double alpha, double beta, double presample, ReadOnlySpan<double> returns, Span<double> variances)
    {
        double variance = omega + ((alpha + beta) * presample);
        for (int t = 0; t < returns.Length; t++)
        {
            variances[t] = variance;
            double shock = returns[t] - mu;
            variance = omega + (alpha * shock * shock) + (beta * variance);
        }

        return variance;
    }

    /// <summary>Writes expected variances of the bars to come.</summary>
    /// <param name="next">Variance of the next bar, from <see cref="Filter"/>.</param>
    /// <param name="variances">Receives one per bar, the next first.</param>
    public void Forecast(double next, Span<double> variances)
    {
        for (int step = 0; step < variances.Length; step++)
        {
            variances[step] = next;
            next = Omega + (Persistence * next);
        }
    }
}
