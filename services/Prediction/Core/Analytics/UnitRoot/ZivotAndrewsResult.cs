namespace Superintel.Prediction.Analytics.UnitRoot;

/// <summary>Outcome of a Zivot-Andrews test.</summary>
/// <param name="Statistic">Least t statistic of the lagged level over all break dates.</param>
/// <param name="PValue">Interpolated in simulated quantiles.</param>
/// <param name="UsedLag">Lagged differences in every regression.</param>
/// <param name="Observations">Rows of every regression.</param>
/// <param name="BreakIndex">Zero-based row of the break.</param>
/// <param name="CriticalValues">Simulated.</param>
public readonly record struct ZivotAndrewsResult(
    double Statistic, double PValue, int UsedLag, int Observations, int BreakIndex, CriticalValues CriticalValues);
