namespace Superintel.Contracts.Events.V1;

/// <summary>A number that risk looked at, with the limit it was held against.</summary>
/// <param name="Stage">Which stage of the chain: cvar, sizing, correlation, exposure, order-rate, ...</param>
/// <param name="Limit">Null when the number is only reported.</param>
/// <param name="Unit">fraction-of-nav, currency code, count, correlation, ...</param>
public sealed record RiskMeasure(string Stage, string Name, double Value, double? Limit, string Unit);
