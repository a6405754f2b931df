using System.Collections.Immutable;
using Superintel.Kernel;

namespace Superintel.Risk.Stress.RunStress;

/// <summary>A scenario on today's book. Amounts in the base currency.</summary>
/// <param name="Loss">Above zero is a loss. Of a drawn scenario the mean of the worst hundredth.</param>
/// <param name="BreakingMultiple">Smallest multiple of the scenario that loses as much as the drawdown limit allows; null when none up to
/// a hundred does.</param>
/// <param name="Positions">By instrument.</param>
public sealed record StressReport(
    StressScenario Scenario, Currency Currency, decimal NetAssetValue, decimal Loss, double? BreakingMultiple,
    ImmutableArray<StressLoss> Positions)
{
    /// <summary>Null when the scenario is not drawn.</summary>
    public StressDistribution? Drawn { get; init; }

    /// <summary>Positions in the desk's accounts that are in no number here.</summary>
    public ImmutableArray<LeftOut> LeftOut { get; init; } = [];
}
