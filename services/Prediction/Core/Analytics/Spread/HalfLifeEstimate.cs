namespace Superintel.Prediction.Analytics.Spread;

/// <summary>Speed of mean reversion from the regression of a spread's change on its lagged level.</summary>
/// <param name="Lambda">Slope of that regression per bar; negative for a mean-reverting spread.</param>
/// <param name="Intercept">Constant of that regression.</param>
/// <param name="LambdaT">t statistic of the slope (Dickey-Fuller distributed, not Student).</param>
/// <param name="Bars">-ln 2 / lambda, in bars (Chan); negative or infinite when the spread does not revert.</param>
/// <param name="ExactBars">-ln 2 / ln(1 + lambda), half-life of the autoregression itself; infinite for lambda outside (-1, 0).</param>
public readonly record struct HalfLifeEstimate(double Lambda, double Intercept, double LambdaT, double Bars, double ExactBars)
{
    /// <summary>Whether the spread reverts at all.</summary>
    public bool Reverts => Lambda < 0;
}
