using System.Collections.Immutable;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Reasons;
using Superintel.Risk.Trades;

namespace Superintel.Risk.Verdicts;

/// <summary>Yes, with a clearance that may be used once, or no, with every reason.</summary>
/// <param name="Reasons">Empty when cleared.</param>
/// <param name="Measures">Every number the chain looked at.</param>
public sealed record RiskVerdict(
    DecisionId Decision,
    string PairId,
    TradeIntent Intent,
    ImmutableArray<Reason> Reasons,
    ImmutableArray<RiskMeasure> Measures,
    DateTimeOffset At)
{
    /// <summary>The chain stage by stage; empty for an exit that the kill switch issued.</summary>
    public ImmutableArray<StageOutcome> Stages { get; init; } = [];

    public bool Cleared => Reasons.IsEmpty;
}
