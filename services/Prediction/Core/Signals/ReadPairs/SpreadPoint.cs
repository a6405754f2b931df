namespace Superintel.Prediction.Signals.ReadPairs;

/// <summary>The spread at one bar against its trailing short window.</summary>
/// <param name="Mean">Null while the short window is not full; so are the deviation and the z-score.</param>
public sealed record SpreadPoint(
    DateTimeOffset At,
    decimal PriceA,
    decimal PriceB,
    double Spread,
    double? Mean,
    double? StandardDeviation,
    double? ZScore);
