using Superintel.Kernel;

namespace Superintel.Risk.Stress.RunStress;

/// <summary>One instrument under a scenario.</summary>
/// <param name="Value">Today, signed, base currency.</param>
/// <param name="Loss">Above zero is a loss, base currency.</param>
public sealed record StressLoss(InstrumentId Instrument, decimal Value, decimal Loss);
