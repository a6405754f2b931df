namespace Superintel.Prediction.Analytics.Screening;

/// <summary>Engle-Granger test of one ordered pair.</summary>
/// <param name="First">Position of the series on the left.</param>
/// <param name="Second">Position of the series on the right.</param>
/// <param name="Statistic">t statistic of the residual.</param>
/// <param name="PValue">MacKinnon (1994), two series, a constant.</param>
/// <param name="UsedLag">Lag chosen by Akaike's criterion; -1 when the pair was refused and the numbers mean nothing.</param>
/// <param name="HedgeRatio">Units of the second per unit of the first.</param>
/// <param name="Refusal">Stable code of why the pair has no test, or null.</param>
public readonly record struct PairStatistic(
    int First, int Second, double Statistic, double PValue, int UsedLag, double HedgeRatio, string? Refusal);
