namespace Superintel.Contracts.Events.V1;

/// <summary>Both legs are over, and with them the decision.</summary>
/// <param name="Outcome">completed, unwound, incomplete (held for a person) or failed (nothing was filled).</param>
public sealed record PairOrderClosed(
    string DecisionId,
    string ClearanceId,
    string PairId,
    string Outcome,
    string Detail,
    DateTimeOffset OccurredAt) : IDecisionEvent
{
    public string EventId => $"pair-order-closed/{ClearanceId}";
}
