namespace Superintel.Prediction.Analytics.Volatility;

/// <summary>ln h(t) = omega + alpha (|z(t-1)| - sqrt(2/pi)) + gamma z(t-1) + beta ln h(t-1), z(t) = (r(t) - mu) / sqrt h(t) standard
/// normal.</summary>
/// <param name="Mu">Mean return, in units of the returns; zero under the zero-mean model.</param>
/// <param name="Omega">Constant of the log variance.</param>
/// <param name="Alpha">Weight of the last shock's size.</param>
/// <param name="Gamma">Weight of the last shock's sign and size; negative where losses raise the variance more; zero without
/// asymmetry.</param>
/// <param name="Beta">Weight of the last log variance, in (-1, 1).</param>
/// <param name="Presample">Log variance before the first return; shocks before it are taken for average.</param>
/// <param name="LogLikelihood">Gaussian, of all returns, given the presample log variance.</param>
/// <param name="Parameters">Number of estimated parameters.</param>
/// <param name="Observations">Number of returns.</param>
public sealed record EgarchModel(
    double Mu,
    double Omega,
    double Alpha,
    double Gamma,
    double Beta,
    double Presample,
    double LogLikelihood,
    int Parameters,
    int Observations)
{
    /// <summary>E|z| of a standard normal z.</summary>
    internal static readonly double MeanAbsolute = Math.Sqrt(2 / Math.PI);

    /// <summary>Akaike's criterion, smaller is better.</summary>
    public double Akaike => (2 * Parameters) - (2 * LogLikelihood);

    /// <summary>Bayes' criterion, smaller is better.</summary>
    public double Bayes => (Parameters * Math.Log(Observations)) - (2 * LogLikelihood);

    /// <summary>Writes the variance of every return given the ones before it, without allocation.</summary>
    /// <param name="returns">Oldest first.</param>
    /// <param name="variances">Receives one per return.</param>
    /// <returns>Variance of the return after the last.</returns>
    public double Filter(ReadOnlySpan<double> returns, Span<double> variances)
    {
        double log = Omega + (Beta * Presample);
        for (int t = 0; t < returns.Length; t++)
        {
            variances[t] = Math.Exp(log);
            double z = (returns[t] - Mu) * Math.Exp(-0.5 * log);
            log = Omega + (Alpha * (Math.Abs(z) - MeanAbsolute)) + (Gamma * z) + (Beta * log);
        }

        return Math.Exp(log);
    }
}
