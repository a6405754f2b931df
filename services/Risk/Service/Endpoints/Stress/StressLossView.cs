namespace Superintel.Risk.Service.Endpoints.Stress;

/// <summary>One instrument under a scenario, base currency.</summary>
/// <param name="ExternalValue">The part of the value that is not the desk's; it counts.</param>
internal sealed record StressLossView(string InstrumentId, decimal Value, decimal Loss, decimal ExternalValue);
