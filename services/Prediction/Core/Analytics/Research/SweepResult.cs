namespace Superintel.Prediction.Analytics.Research;

/// <summary>All tried rules and what the best of them is worth given that so many were tried.</summary>
/// <param name="Outcomes">In the order of the rules.</param>
/// <param name="Best">Position of the greatest Sharpe ratio.</param>
/// <param name="TrialDeviation">Deviation of the Sharpe ratio per bar over the trials.</param>
/// <param name="DeflatedSharpe">Probability that the best rule's true Sharpe ratio is above what the best of as many
/// worthless rules would show.</param>
public sealed record SweepResult(IReadOnlyList<SweepOutcome> Outcomes, int Best, double TrialDeviation, double DeflatedSharpe);
