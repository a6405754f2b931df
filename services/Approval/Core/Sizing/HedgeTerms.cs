namespace Superintel.Approval.Sizing;

/// <summary>What advice was priced with. Risk knows the bounds, and refuses what is beyond them.</summary>
/// <param name="Volatility">Annual, that puts are priced with.</param>
/// <param name="Strike">Of a put, share of today's price.</param>
/// <param name="Days">Trading days that it is held.</param>
/// <param name="Cost">Of a trade, fraction of its value, one way.</param>
/// <param name="Most">Largest hedge, share of net asset value.</param>
public sealed record HedgeTerms(double Volatility = 0.2, double Strike = 0.95, int Days = 30, double Cost = 0.0005, double Most = 0.25);
