namespace Superintel.Prediction.Analytics.Distance;

/// <summary>Two series whose normalised prices went together.</summary>
/// <param name="First">Position of the first series.</param>
/// <param name="Second">Position of the second series, after the first.</param>
/// <param name="SquaredDistance">Sum of squared differences of the normalised prices over the formation rows.</param>
/// <param name="Deviation">Standard deviation (T - 1) of that difference: entries are two of them from zero in the source.</param>
/// <param name="ZeroCrossings">How often the difference less its mean changed sign.</param>
public sealed record DistancePair(int First, int Second, double SquaredDistance, double Deviation, int ZeroCrossings);
