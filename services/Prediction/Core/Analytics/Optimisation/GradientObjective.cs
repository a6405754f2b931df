namespace Superintel.Prediction.Analytics.Optimisation;

/// <summary>A function to be minimised, with its slope; a point outside its domain answers positive infinity.</summary>
/// <param name="point">One coordinate per parameter.</param>
/// <param name="gradient">Receives one partial derivative per parameter, meaningless where the value is infinite; or empty when only the
/// value is asked for.</param>
public delegate double GradientObjective(ReadOnlySpan<double> point, Span<double> gradient);
