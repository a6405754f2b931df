using Superintel.Risk.Market;

namespace Superintel.Risk.Stress;

/// <summary>What a stress needs of a position.</summary>
/// <param name="Value">Signed value in the base currency, below zero when short.</param>
public readonly record struct StressedPosition(Instrument Instrument, decimal Value);
