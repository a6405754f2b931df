namespace Superintel.Prediction.Analytics.UnitRoot;

/// <summary>Critical values of a test statistic at the three usual levels.</summary>
public readonly record struct CriticalValues(double OnePercent, double FivePercent, double TenPercent);
