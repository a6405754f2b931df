using Superintel.Kernel;

namespace Superintel.Execution.Trading;

/// <summary>A position as the venue has it.</summary>
/// <param name="Quantity">Signed, units: above zero long, below zero short.</param>
public sealed record BrokerPosition(string Venue, string Account, InstrumentId Instrument, decimal Quantity);
