using Superintel.Risk.Breakers;

namespace Superintel.Risk.Stress.Chaos;

/// <summary>One tier of the breakers.</summary>
/// <param name="Probability">That a breaker opens this far or further, 0 to 1.</param>
public sealed record ChaosTier(BreakerTier Tier, double Probability);
