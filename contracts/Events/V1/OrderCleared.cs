namespace Superintel.Contracts.Events.V1;

/// <summary>Risk's permission: single use, short lived. Only Risk publishes it, and orders can be made from nothing else.</summary>
/// <param name="ClearanceId">Spent by its first use.</param>
/// <param name="LegFailurePolicy">cancel-rest, unwind or hold-and-alert.</param>
/// <param name="ExpiresAt">On the fleet's clock.</param>
/// <param name="Measures">Every number the chain looked at.</param>
/// <param name="Stages">The chain in order, stage by stage; null for a flattening exit, which the kill switch issues itself.</param>
public sealed record OrderCleared(
    string ClearanceId,
    string DecisionId,
    string PairId,
    string Intent,
    IReadOnlyList<OrderLeg> Legs,
    string LegFailurePolicy,
    DateTimeOffset OccurredAt,
    DateTimeOffset ExpiresAt,
    IReadOnlyList<RiskMeasure> Measures,
    IReadOnlyList<StageOutcome>? Stages = null) : IDecisionEvent
{
    public string EventId => $"order-cleared/{ClearanceId}";
}
