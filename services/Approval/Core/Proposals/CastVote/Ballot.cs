using Superintel.Kernel;

namespace Superintel.Approval.Proposals.CastVote;

/// <summary>A person's word on a proposal.</summary>
/// <param name="By">The authenticated user.</param>
/// <param name="IsTrader">The user has the trader's role, or a higher one.</param>
/// <param name="IsSenior">The user has the senior's role, or a higher one.</param>
public sealed record Ballot(ProposalId Proposal, bool Approves, string Comment, string By, bool IsTrader, bool IsSenior);
