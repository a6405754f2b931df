namespace Superintel.Prediction.Analytics.Volatility;

/// <summary>RV(t) on a constant and the means of its last values over several horizons.</summary>
/// <param name="Horizons">Bars averaged per regressor, rising.</param>
/// <param name="Intercept">Constant, in units of the series.</param>
/// <param name="Coefficients">One per horizon.</param>
/// <param name="StandardErrors">Classical: the intercept first, then one per horizon.</param>
/// <param name="RobustErrors">Newey and West with <paramref name="RobustLags"/> lags, no small-sample factor, in the same order.</param>
/// <param name="RobustLags">Autocovariances in the robust errors.</param>
/// <param name="RSquared">Centred coefficient of determination.</param>
/// <param name="ResidualVariance">Residual sum of squares over rows less coefficients.</param>
/// <param name="Observations">Rows of the regression.</param>
/// <param name="Next">Forecast of the value after the last.</param>
public sealed record HeterogeneousAutoregressionModel(
    IReadOnlyList<int> Horizons,
    double Intercept,
    IReadOnlyList<double> Coefficients,
    IReadOnlyList<double> StandardErrors,
    IReadOnlyList<double> RobustErrors,
    int RobustLags,
    double RSquared,
    double ResidualVariance,
    int Observations,
    double Next);
