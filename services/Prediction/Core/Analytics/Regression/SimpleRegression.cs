namespace Superintel.Prediction.Analytics.Regression;

/// <summary>Ordinary least squares of y on a constant and one regressor.</summary>
/// <param name="Intercept">Constant, in units of y.</param>
/// <param name="Slope">Hedge ratio: units of y per unit of x.</param>
/// <param name="InterceptStandardError">Classical standard error of the intercept.</param>
/// <param name="SlopeStandardError">Classical standard error of the slope.</param>
/// <param name="RSquared">Centred coefficient of determination.</param>
/// <param name="ResidualSumOfSquares">Sum of squared residuals.</param>
/// <param name="Observations">Number of rows.</param>
public readonly record struct SimpleRegression(
    double Intercept,
    double Slope,
    double InterceptStandardError,
    double SlopeStandardError,
    double RSquared,
    double ResidualSumOfSquares,
    int Observations)
{
    /// <summary>t statistic of the slope.</summary>
    public double SlopeT => Slope / SlopeStandardError;

    /// <summary>t statistic of the intercept.</summary>
    public double InterceptT => Intercept / InterceptStandardError;

    /// <summary>Residual standard deviation with two degrees of freedom used.</summary>
    public double ResidualDeviation => Math.Sqrt(ResidualSumOfSquares / (Observations - 2));
}
