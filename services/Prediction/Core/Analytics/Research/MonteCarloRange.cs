namespace Superintel.Prediction.Analytics.Research;

/// <summary>Quantiles of a measure over resampled paths.</summary>
public readonly record struct MonteCarloRange(double Low, double Median, double High);
