namespace Superintel.Prediction.Analytics.RegimeSwitching;

/// <summary>A fitted hidden Markov model.</summary>
/// <param name="Model">The model.</param>
/// <param name="LogLikelihood">Of the series under the model.</param>
/// <param name="Iterations">Baum-Welch steps taken.</param>
/// <param name="Converged">Whether the last step gained less than the tolerance.</param>
/// <param name="Observations">Number of values.</param>
public sealed record HiddenMarkovFit(HiddenMarkovModel Model, double LogLikelihood, int Iterations, bool Converged, int Observations)
{
    /// <summary>Akaike's criterion, smaller is better.</summary>
    public double Akaike => (2 * Model.Parameters) - (2 * LogLikelihood);

    /// <summary>Bayes' criterion, smaller is better.</summary>
    public double Bayes => (Model.Parameters * Math.Log(Observations)) - (2 * LogLikelihood);
}
