namespace Superintel.Prediction.Analytics.AutoRegression;

/// <summary>dX = theta (mu - X) dt + sigma sqrt(X) dW.</summary>
/// <param name="Theta">Speed of reversion per unit of time, positive.</param>
/// <param name="Mu">Long-run mean, in units of the series, positive.</param>
/// <param name="Sigma">Diffusion per square root of a unit of time and of the series.</param>
/// <param name="LogLikelihood">Exact log likelihood of the observed path given its first value.</param>
public readonly record struct CoxIngersollRossProcess(double Theta, double Mu, double Sigma, double LogLikelihood)
{
    /// <summary>ln 2 / theta.</summary>
    public double HalfLife => Math.Log(2) / Theta;

    /// <summary>Feller's condition 2 theta mu > sigma^2: the process never reaches zero.</summary>
    public bool StaysPositive => 2 * Theta * Mu > Sigma * Sigma;
}
