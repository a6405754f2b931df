using Superintel.Prediction.Analytics.UnitRoot;

namespace Superintel.Prediction.Analytics.Cointegration;

/// <summary>Outcome of an Engle-Granger test.</summary>
/// <param name="Statistic">t statistic of the residual's lagged level; very negative speaks for cointegration.</param>
/// <param name="PValue">MacKinnon (1994) approximate p-value for that many series.</param>
/// <param name="UsedLag">Lagged differences in the residual regression.</param>
/// <param name="Observations">Rows of the residual regression.</param>
/// <param name="CriticalValues">MacKinnon (2010) for T - 1 observations, or null where no table exists (no constant).</param>
/// <param name="Intercept">Constant of the cointegrating regression, 0 without one.</param>
/// <param name="Slope">Coefficient of the first regressor: the hedge ratio of a pair.</param>
/// <param name="RSquared">Centred coefficient of determination of the cointegrating regression.</param>
public readonly record struct EngleGrangerResult(
    double Statistic,
    double PValue,
    int UsedLag,
    int Observations,
    CriticalValues? CriticalValues,
    double Intercept,
    double Slope,
    double RSquared);
