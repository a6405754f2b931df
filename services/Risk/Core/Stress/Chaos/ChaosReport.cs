using System.Collections.Immutable;
using Superintel.Kernel;

namespace Superintel.Risk.Stress.Chaos;

/// <summary>What thousands of paths did to a book.</summary>
/// <param name="Drawdown">Deepest fall of each path from the peak that the breakers measure from, fraction.</param>
/// <param name="Loss">Largest loss of each path against today, fraction.</param>
/// <param name="Tiers">Share of paths on which a breaker opened as far as each tier, or further; gentlest first.</param>
/// <param name="DaysToBreaker">Over the paths on which one opened; null when none did.</param>
/// <param name="LossAfter">Lost after the first breaker opened, fraction of today's net asset value, over the same paths.</param>
/// <param name="Limits">Probability that each limit is passed.</param>
public sealed record ChaosReport(
    ChaosRequest Request,
    Currency Currency,
    decimal NetAssetValue,
    ChaosSpread Drawdown,
    ChaosSpread Loss,
    ImmutableArray<ChaosTier> Tiers,
    ChaosSpread? DaysToBreaker,
    ChaosSpread? LossAfter,
    ImmutableArray<ChaosLimit> Limits)
{
    /// <summary>Positions in the desk's accounts that were not walked: they move no mark, and no breaker sells them.</summary>
    public ImmutableArray<LeftOut> LeftOut { get; init; } = [];
}
