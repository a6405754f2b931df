using Superintel.Kernel;

namespace Superintel.Execution.Execution.Fills;

/// <summary>What the ledger adds up to at a venue.</summary>
/// <param name="Quantity">Signed, units, never zero.</param>
public sealed record NetPosition(string Venue, string Account, InstrumentId Instrument, decimal Quantity);
