using Superintel.Risk.Breakers;

namespace Superintel.Risk.Stress.Chaos;

/// <summary>What became of one path.</summary>
/// <param name="Drawdown">Deepest fall from the peak that the breakers measure from, fraction.</param>
/// <param name="Loss">Largest loss against today's net asset value, fraction; 0 when it never lost.</param>
/// <param name="Tier">How far a breaker opened.</param>
/// <param name="OpenedAt">Step at which the first breaker opened; 0 when none did.</param>
/// <param name="LossAfter">What was lost from there to the lowest point, fraction of today's net asset value.</param>
/// <param name="Broken">Bit by bit the <see cref="ChaosLimits"/> that were passed.</param>
public readonly record struct ChaosPath(
    double Drawdown, double Loss, BreakerTier Tier, int OpenedAt, double LossAfter, int Broken);
