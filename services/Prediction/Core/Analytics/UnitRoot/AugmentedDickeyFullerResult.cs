namespace Superintel.Prediction.Analytics.UnitRoot;

/// <summary>Outcome of an augmented Dickey-Fuller test.</summary>
/// <param name="Statistic">t statistic of the lagged level; very negative speaks against a unit root.</param>
/// <param name="PValue">MacKinnon (1994) approximate p-value.</param>
/// <param name="UsedLag">Number of lagged differences in the regression.</param>
/// <param name="Observations">Rows of the final regression.</param>
/// <param name="CriticalValues">MacKinnon (2010) critical values for that number of rows.</param>
/// <param name="Coefficient">Coefficient of the lagged level (lambda, per bar).</param>
/// <param name="InformationCriterion">Best AIC or BIC, or the |t| of the chosen last lag; null with a fixed lag.</param>
public readonly record struct AugmentedDickeyFullerResult(
    double Statistic,
    double PValue,
    int UsedLag,
    int Observations,
    CriticalValues CriticalValues,
    double Coefficient,
    double? InformationCriterion);
