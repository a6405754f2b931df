using Superintel.Kernel;

namespace Superintel.Risk.Exposure.DescribeRisk;

/// <summary>One currency's cash.</summary>
/// <param name="Value">In the base currency; null while no bar tells the rate.</param>
public sealed record CashRisk(Currency Currency, decimal Balance, decimal? Value);
