using Superintel.Prediction.Analytics.UnitRoot;

namespace Superintel.Prediction.Analytics.Cointegration;

/// <summary>Outcome of the four Phillips-Ouliaris tests of no cointegration.</summary>
/// <param name="T">Z-t: very negative speaks for cointegration.</param>
/// <param name="PValue">Of <paramref name="T"/>, MacKinnon (1994): it shares the Engle-Granger distribution.</param>
/// <param name="TCritical">Of <paramref name="T"/>, MacKinnon (2010), null without a constant.</param>
/// <param name="Alpha">Z-alpha: very negative speaks for cointegration.</param>
/// <param name="AlphaCritical">Of <paramref name="Alpha"/>.</param>
/// <param name="VarianceRatio">P-u: large speaks for cointegration; depends on the series on the left.</param>
/// <param name="VarianceRatioCritical">Of <paramref name="VarianceRatio"/>.</param>
/// <param name="Trace">P-z: large speaks for cointegration; the order of the series does not matter.</param>
/// <param name="TraceCritical">Of <paramref name="Trace"/>.</param>
/// <param name="Lags">Autocovariances in the long-run variances.</param>
public sealed record PhillipsOuliarisResult(
    double T,
    double PValue,
    CriticalValues? TCritical,
    double Alpha,
    CriticalValues AlphaCritical,
    double VarianceRatio,
    CriticalValues VarianceRatioCritical,
    double Trace,
    CriticalValues TraceCritical,
    int Lags);
