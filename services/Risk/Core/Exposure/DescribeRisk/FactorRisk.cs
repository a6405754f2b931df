using Superintel.Kernel;

namespace Superintel.Risk.Exposure.DescribeRisk;

/// <summary>One factor.</summary>
/// <param name="Name">As the operator named it.</param>
/// <param name="Beta">Change of the book, fraction of net asset value, per unit of the factor's return while the others stand still; null
/// with a code.</param>
/// <param name="Code">Why it explains nothing: unknown-instrument, insufficient-history, prices-invalid, does-not-vary, follows-others;
/// null with a beta.</param>
public sealed record FactorRisk(string Name, InstrumentId Instrument, double? Beta, string? Code);
