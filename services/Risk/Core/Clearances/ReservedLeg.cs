using Superintel.Kernel;

namespace Superintel.Risk.Clearances;

/// <summary>What of a permitted leg has not been filled yet.</summary>
/// <param name="Remaining">Units, never negative.</param>
public sealed record ReservedLeg(int Number, InstrumentId Instrument, Side Side, decimal Remaining)
{
    public decimal SignedRemaining => Side.Sign() * Remaining;
}
