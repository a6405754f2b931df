namespace Superintel.Journal.Reporting;

/// <summary>The portfolio after a slice, base currency.</summary>
/// <param name="Drawdown">Fraction below the peak.</param>
public sealed record EquityPoint(
    DateTimeOffset At,
    string Currency,
    decimal NetAssetValue,
    decimal Cash,
    decimal GrossExposure,
    double Drawdown);
