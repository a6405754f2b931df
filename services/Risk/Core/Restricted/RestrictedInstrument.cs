using Superintel.Kernel;

namespace Superintel.Risk.Restricted;

/// <summary>An instrument that nobody may enter.</summary>
/// <param name="By">The authenticated user.</param>
public sealed record RestrictedInstrument(InstrumentId Instrument, string Reason, string By, DateTimeOffset At);
