namespace Superintel.Contracts.Events.V1;

/// <summary>One reason of a veto: a stable code, what was found and what was allowed.</summary>
public sealed record VetoReason(string Code, string Detail, double? Value, double? Limit);
