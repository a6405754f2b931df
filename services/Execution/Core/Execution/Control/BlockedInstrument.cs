using Superintel.Kernel;

namespace Superintel.Execution.Execution.Control;

/// <summary>A position that differs between our ledger and the venue.</summary>
/// <param name="Ours">Signed, units.</param>
/// <param name="Theirs">Signed, units: the venue is the authority.</param>
public sealed record BlockedInstrument(
    string Venue, string Account, InstrumentId Instrument, decimal Ours, decimal Theirs, DateTimeOffset Since);
