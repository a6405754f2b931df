namespace Superintel.Prediction.Analytics.RegimeSwitching;

/// <summary>A regression whose coefficients and variance follow a hidden chain of two regimes.</summary>
/// <param name="Stay">Probability that regime 0 follows itself (p00).</param>
/// <param name="Back">Probability that regime 0 follows regime 1 (p10).</param>
/// <param name="Coefficients">Per regime the constant, then one slope per regressor.</param>
/// <param name="Variances">Per regime, in squared units of the response; equal when the variance does not switch.</param>
/// <param name="LogLikelihood">Gaussian, from the steady state.</param>
/// <param name="Filtered">Probability of regime 0 given the rows so far.</param>
/// <param name="Smoothed">Probability of regime 0 given all rows.</param>
/// <param name="Parameters">Number of estimated parameters.</param>
public sealed record MarkovSwitchingModel(
    double Stay,
    double Back,
    IReadOnlyList<double[]> Coefficients,
    double[] Variances,
    double LogLikelihood,
    double[] Filtered,
    double[] Smoothed,
    int Parameters)
{
    /// <summary>Expected bars in each regime.</summary>
    public IReadOnlyList<double> Durations => [1 / (1 - Stay), 1 / Back];

    /// <summary>Akaike's criterion, smaller is better.</summary>
    public double Akaike => (2 * Parameters) - (2 * LogLikelihood);

    /// <summary>Bayes' criterion, smaller is better.</summary>
    public double Bayes => (Parameters * Math.Log(Filtered.Length)) - (2 * LogLikelihood);
}
