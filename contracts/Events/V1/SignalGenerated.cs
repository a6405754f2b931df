namespace Superintel.Contracts.Events.V1;

/// <summary>The ensemble's word on one pair at one bar. Here a decision is born.</summary>
/// <param name="Intent">open: take a position; close: end the one held.</param>
/// <param name="Direction">In [-1, 1]: above zero buy the spread (buy A, sell B), below zero sell it. Zero for close.</param>
/// <param name="Confidence">In [0, 1].</param>
/// <param name="HedgeRatio">Notional of B per notional of A.</param>
/// <param name="Spread">ln A - intercept - hedge ratio x ln B at the bar.</param>
/// <param name="ZScore">Spread in trailing standard deviations from its trailing mean.</param>
/// <param name="SpreadVolatility">Standard deviation of the spread's one-bar change (log units).</param>
/// <param name="HorizonBars">Bars until the forecast should have come true.</param>
/// <param name="PriceA">Close of A at the bar.</param>
/// <param name="PriceB">Close of B at the bar.</param>
/// <param name="FeatureSchema">Name and version of the feature schema.</param>
/// <param name="FeatureVectorId">The stored vector behind this signal.</param>
/// <param name="ModelRunId">The active run of the model registry.</param>
/// <param name="Reason">One sentence a person can read.</param>
public sealed record SignalGenerated(
    string DecisionId,
    string PairId,
    string InstrumentA,
    string InstrumentB,
    string Interval,
    DateTimeOffset OccurredAt,
    string Intent,
    double Direction,
    double Confidence,
    double HedgeRatio,
    double Intercept,
    double Spread,
    double ZScore,
    double SpreadVolatility,
    double HalfLifeBars,
    double HorizonBars,
    decimal PriceA,
    decimal PriceB,
    string FeatureSchema,
    string FeatureVectorId,
    string ModelRunId,
    string Reason,
    IReadOnlyList<ModelContribution> Contributions) : IDecisionEvent
{
    public string EventId => $"signal-generated/{DecisionId}";
}
