namespace Superintel.Prediction.Analytics.UnitRoot;

/// <summary>Outcome of a Phillips-Perron test.</summary>
/// <param name="Tau">t type statistic; very negative speaks against a unit root.</param>
/// <param name="TauPValue">MacKinnon (1994).</param>
/// <param name="Rho">Coefficient type statistic T (rho - 1), corrected.</param>
/// <param name="RhoPValue">MacKinnon (1994), tables 5 and 6.</param>
/// <param name="Lags">Autocovariances in the long-run variance.</param>
/// <param name="Observations">Rows of the regression.</param>
/// <param name="CriticalValues">MacKinnon (2010), of <paramref name="Tau"/>.</param>
public readonly record struct PhillipsPerronResult(
    double Tau, double TauPValue, double Rho, double RhoPValue, int Lags, int Observations, CriticalValues CriticalValues);
