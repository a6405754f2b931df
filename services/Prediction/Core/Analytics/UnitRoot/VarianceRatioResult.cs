namespace Superintel.Prediction.Analytics.UnitRoot;

/// <summary>Outcome of a variance ratio test.</summary>
/// <param name="Ratio">Variance over q bars against q times that of one: below 1 reverts, above 1 trends.</param>
/// <param name="Statistic">Asymptotically standard normal under the random walk.</param>
/// <param name="PValue">Two-sided.</param>
/// <param name="Lags">q.</param>
public readonly record struct VarianceRatioResult(double Ratio, double Statistic, double PValue, int Lags);
