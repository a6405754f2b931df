namespace Superintel.Risk.Breakers.ListBreakers;

/// <summary>A breaker with what it measures now.</summary>
/// <param name="Reading">Null while nothing measures it.</param>
/// <param name="Limit">In force now.</param>
public sealed record BreakerReport(Breaker Breaker, double? Reading, double Limit);
