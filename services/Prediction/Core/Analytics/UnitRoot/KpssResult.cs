namespace Superintel.Prediction.Analytics.UnitRoot;

/// <summary>Outcome of a KPSS test, whose null hypothesis is stationarity.</summary>
/// <param name="Statistic">Large speaks against stationarity.</param>
/// <param name="PValue">Interpolated in the published table and therefore between 0.01 and 0.10.</param>
/// <param name="Lags">Autocovariances in the long-run variance.</param>
/// <param name="CriticalValues">At 1 %, 5 % and 10 %.</param>
/// <param name="CriticalTwoAndHalfPercent">At 2.5 %.</param>
public readonly record struct KpssResult(
    double Statistic, double PValue, int Lags, CriticalValues CriticalValues, double CriticalTwoAndHalfPercent);
