namespace Superintel.Contracts.Events.V1;

/// <summary>Risk said no, with every reason.</summary>
public sealed record OrderVetoed(
    string DecisionId,
    string PairId,
    IReadOnlyList<VetoReason> Reasons,
    IReadOnlyList<RiskMeasure> Measures,
    DateTimeOffset OccurredAt) : IDecisionEvent
{
    public string EventId => $"order-vetoed/{DecisionId}";
}
