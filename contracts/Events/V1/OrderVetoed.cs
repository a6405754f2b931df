namespace Superintel.Contracts.Events.V1;

/// <summary>Risk said no, with every reason.</summary>
/// <param name="Stages">The chain in order, stage by stage.</param>
public sealed record OrderVetoed(
    string DecisionId,
    string PairId,
    IReadOnlyList<VetoReason> Reasons,
    IReadOnlyList<RiskMeasure> Measures,
    DateTimeOffset OccurredAt,
    IReadOnlyList<StageOutcome>? Stages = null) : IDecisionEvent
{
    public string EventId => $"order-vetoed/{DecisionId}";
}
