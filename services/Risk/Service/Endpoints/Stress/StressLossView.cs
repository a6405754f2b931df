namespace Superintel.Risk.Service.Endpoints.Stress;

/// <summary>One instrument under a scenario, base currency.</summary>
internal sealed record StressLossView(string InstrumentId, decimal Value, decimal Loss);
