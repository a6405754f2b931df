namespace Superintel.Risk.Service.Endpoints.Measures;

/// <param name="Beta">Change of the book, fraction of net asset value, per unit of the factor's return, the others held; null with a
/// code.</param>
/// <param name="Code">unknown-instrument, insufficient-history, prices-invalid, does-not-vary or follows-others; null with a beta.</param>
public sealed record FactorView(string Name, string InstrumentId, double? Beta, string? Code);
