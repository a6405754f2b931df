namespace Superintel.Contracts.Events.V1;

/// <summary>A person's word on a proposal that needs more than one.</summary>
/// <param name="By">The authenticated user.</param>
public sealed record ProposalVoteRecorded(
    string ProposalId,
    string DecisionId,
    string By,
    string Vote,
    string Comment,
    DateTimeOffset OccurredAt) : IDecisionEvent
{
    public string EventId => $"proposal-vote-recorded/{DecisionId}/{By}";
}
