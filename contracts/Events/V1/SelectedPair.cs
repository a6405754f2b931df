namespace Superintel.Contracts.Events.V1;

/// <summary>A pair that passed discovery: ln A = intercept + hedge ratio x ln B + spread, over the trailing window.</summary>
/// <param name="HedgeRatio">Notional of B per notional of A.</param>
/// <param name="Statistic">Engle-Granger tau of the residual.</param>
/// <param name="PValue">MacKinnon p-value of one test.</param>
/// <param name="QValue">P-value after false discovery control over all pairs tested.</param>
/// <param name="HalfLifeBars">Half-life of the spread's mean reversion, bars.</param>
/// <param name="Correlation">Correlation of log returns over the window.</param>
public sealed record SelectedPair(
    string PairId,
    string InstrumentA,
    string InstrumentB,
    double Intercept,
    double HedgeRatio,
    double Statistic,
    double PValue,
    double QValue,
    double HalfLifeBars,
    double Correlation,
    double SpreadStandardDeviation);
