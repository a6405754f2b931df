using Superintel.Execution.Execution.Strategies;
using Superintel.Execution.Trading;

namespace Superintel.Execution.Execution.Pairs;

/// <summary>How the desk places its orders.</summary>
/// <param name="LegPatience">How long a pair order may take before its rest counts as failed.</param>
/// <param name="Strategies">Which legs are worked in parts.</param>
public sealed record PlacementTerms(TimeInForce TimeInForce, TimeSpan LegPatience, StrategyChoice Strategies)
{
    /// <summary>How long an order whose outcome nobody knows holds its pair's failure policy back.</summary>
    public TimeSpan UnknownPatience { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Two looks at a venue that are further apart had an outage between them, for which no patience runs.</summary>
    public TimeSpan LookGap { get; init; } = TimeSpan.FromMinutes(10);

    public PlacementTerms(TimeInForce timeInForce, TimeSpan legPatience)
        : this(timeInForce, legPatience, StrategyChoice.None)
    {
    }
}
