namespace Superintel.Prediction.Analytics.Research;

/// <summary>What might have come of the same returns in another order.</summary>
/// <param name="Paths">Number of resampled paths.</param>
/// <param name="TotalReturn">5 %, 50 % and 95 % quantiles.</param>
/// <param name="Sharpe">Annualised.</param>
/// <param name="MaximumDrawdown">Positive fraction.</param>
/// <param name="LossProbability">Share of paths that end below their start.</param>
public sealed record MonteCarloReport(
    int Paths, MonteCarloRange TotalReturn, MonteCarloRange Sharpe, MonteCarloRange MaximumDrawdown, double LossProbability);
