namespace Superintel.Approval.Proposals.CastVote;

/// <summary>Why a vote does not count.</summary>
/// <param name="Code">proposal-not-found, role-required, own-proposal, proposal-closed, proposal-lapsed or already-voted.</param>
public sealed record VoteRefusal(string Code, string Detail);
