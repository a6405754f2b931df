namespace Superintel.Approval.Proposals.CastVote;

/// <summary>The proposal after the vote, or why it did not count.</summary>
/// <param name="Proposal">As it is now; null when there is none.</param>
/// <param name="Refusal">Null when the vote counted.</param>
public sealed record VoteResult(Proposal? Proposal, VoteRefusal? Refusal);
