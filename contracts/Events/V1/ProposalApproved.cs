namespace Superintel.Contracts.Events.V1;

/// <summary>The proposal was approved in its tier. Carries the whole proposal: Risk judges what was approved, not what it
/// remembers.</summary>
/// <param name="ApprovedBy">Authenticated users in order; the single entry <c>policy:auto</c> for the auto tier.</param>
/// <param name="SignalAt">The bar the signal stands on.</param>
public sealed record ProposalApproved(
    string ProposalId,
    string DecisionId,
    string PairId,
    string Intent,
    string Tier,
    IReadOnlyList<OrderLeg> Legs,
    decimal Notional,
    string Currency,
    IReadOnlyList<string> ApprovedBy,
    string Comment,
    DateTimeOffset SignalAt,
    DateTimeOffset OccurredAt) : IDecisionEvent
{
    public string EventId => $"proposal-approved/{DecisionId}";
}
