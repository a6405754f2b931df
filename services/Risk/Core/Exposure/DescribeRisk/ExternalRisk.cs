using Superintel.Kernel;

namespace Superintel.Risk.Exposure.DescribeRisk;

/// <summary>A position or an order that is not the desk's.</summary>
/// <param name="OrderId">Null for a position.</param>
/// <param name="Quantity">Signed, units; of an order what may still trade.</param>
/// <param name="Value">Base currency; null when the instrument was never listed and counts in no measure.</param>
public sealed record ExternalRisk(
    string Venue, string Account, InstrumentId Instrument, string? OrderId, decimal Quantity, decimal? Value);
