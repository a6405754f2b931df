namespace Superintel.Contracts.Events.V1;

/// <summary>One model's part in a signal, kept whether it spoke or abstained.</summary>
/// <param name="Family">cointegration, spread, momentum, macro or risk.</param>
/// <param name="Weight">Weight in the ensemble after abstentions were spread over the rest, 0 to 1.</param>
/// <param name="Direction">Forecast of the spread's move in [-1, 1]; null when the model abstained.</param>
/// <param name="Confidence">In [0, 1]; null when the model abstained.</param>
/// <param name="HorizonBars">Bars until the forecast should have come true; null when the model abstained.</param>
/// <param name="Reason">Why: the forecast's reason or the abstention's code and detail.</param>
public sealed record ModelContribution(
    string Model,
    string Family,
    double Weight,
    double? Direction,
    double? Confidence,
    double? HorizonBars,
    string Reason);
