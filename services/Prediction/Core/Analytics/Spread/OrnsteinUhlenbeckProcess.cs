namespace Superintel.Prediction.Analytics.Spread;

/// <summary>dX = theta (mu - X) dt + sigma dW.</summary>
/// <param name="Theta">Speed of reversion per unit of time, positive.</param>
/// <param name="Mu">Long-run mean, in units of the spread.</param>
/// <param name="Sigma">Diffusion per square root of a unit of time.</param>
/// <param name="LogLikelihood">Exact Gaussian log likelihood of the observed path given its first value.</param>
public readonly record struct OrnsteinUhlenbeckProcess(double Theta, double Mu, double Sigma, double LogLikelihood)
{
    /// <summary>ln 2 / theta.</summary>
    public double HalfLife => Math.Log(2) / Theta;

    /// <summary>Standard deviation of the stationary distribution.</summary>
    public double StationaryDeviation => Sigma / Math.Sqrt(2 * Theta);
}
