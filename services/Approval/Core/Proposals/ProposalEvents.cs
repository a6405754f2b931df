using Superintel.Approval.Tiers;
using Superintel.Contracts.Events.V1;

namespace Superintel.Approval.Proposals;

/// <summary>A proposal's transitions as the contracts tell them.</summary>
internal static class ProposalEvents
{
    public static ProposalCreated Created(Proposal proposal) => new(
        proposal.Id.Value,
        proposal.Terms.Decision.Value,
        proposal.Terms.PairId,
        proposal.Terms.Intent,
        proposal.Tier.Code(),
        proposal.TierReason,
        proposal.Terms.Legs,
        proposal.Terms.Notional.Amount,
        proposal.Terms.Notional.Currency.Code,
        proposal.Terms.Direction,
        proposal.Terms.Confidence,
        proposal.Terms.ZScore,
        proposal.Terms.Reason,
        proposal.Terms.SignalAt,
        proposal.CreatedAt,
        proposal.ExpiresAt,
        proposal.Terms.Sizing,
        proposal.Terms.IsHedge ? "hedge" : null,
        proposal.Terms.IsHedge ? proposal.Terms.ProposedBy : null);

    public static ProposalVoteRecorded Voted(Proposal proposal, Vote vote) => new(
        proposal.Id.Value, proposal.Terms.Decision.Value, vote.By, vote.Approves ? "approve" : "decline", vote.Comment, vote.At);

    public static ProposalApproved Approved(Proposal proposal, IReadOnlyList<string> by, string comment) => new(
        proposal.Id.Value,
        proposal.Terms.Decision.Value,
        proposal.Terms.PairId,
        proposal.Terms.Intent,
        proposal.Tier.Code(),
        proposal.Terms.Legs,
        proposal.Terms.Notional.Amount,
        proposal.Terms.Notional.Currency.Code,
        by,
        comment,
        proposal.Terms.SignalAt,
        Decided(proposal));

    public static ProposalDeclined Declined(Proposal proposal, string detail, string by) => new(
        proposal.Id.Value, proposal.Terms.Decision.Value, proposal.Terms.PairId, proposal.Code, detail, by, Decided(proposal));

    private static DateTimeOffset Decided(Proposal proposal) =>
        proposal.DecidedAt ?? throw new InvalidOperationException($"{proposal.Id} is not decided.");
}
