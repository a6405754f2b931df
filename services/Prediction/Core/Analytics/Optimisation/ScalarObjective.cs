namespace Superintel.Prediction.Analytics.Optimisation;

/// <summary>A function to be minimised; a point outside its domain answers positive infinity.</summary>
/// <param name="point">One coordinate per parameter.</param>
public delegate double ScalarObjective(ReadOnlySpan<double> point);
