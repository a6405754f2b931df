namespace Superintel.Prediction.Analytics.Regression;

/// <summary>Ordinary least squares of y on a constant and several regressors.</summary>
/// <param name="Intercept">Constant, in units of y.</param>
/// <param name="Slopes">One per regressor.</param>
/// <param name="StandardErrors">Classical standard errors: the intercept first, then the slopes.</param>
/// <param name="TStatistics">Coefficient over standard error, in the same order.</param>
/// <param name="RSquared">Centred coefficient of determination.</param>
/// <param name="ResidualSumOfSquares">Sum of squared residuals.</param>
/// <param name="Observations">Number of rows.</param>
public sealed record MultipleRegression(
    double Intercept,
    IReadOnlyList<double> Slopes,
    IReadOnlyList<double> StandardErrors,
    IReadOnlyList<double> TStatistics,
    double RSquared,
    double ResidualSumOfSquares,
    int Observations);
