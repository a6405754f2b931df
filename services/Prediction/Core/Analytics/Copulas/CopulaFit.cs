namespace Superintel.Prediction.Analytics.Copulas;

/// <summary>A fitted copula.</summary>
/// <param name="Copula">The copula.</param>
/// <param name="LogLikelihood">Of the pairs of scores.</param>
/// <param name="Observations">Number of pairs.</param>
public sealed record CopulaFit(ICopula Copula, double LogLikelihood, int Observations)
{
    /// <summary>Akaike's criterion, smaller is better; independence has 0.</summary>
    public double Akaike => (2 * Copula.Parameters.Count) - (2 * LogLikelihood);

    /// <summary>Bayes' criterion, smaller is better.</summary>
    public double Bayes => (Copula.Parameters.Count * Math.Log(Observations)) - (2 * LogLikelihood);
}
