using Superintel.Approval.Proposals;
using Superintel.Approval.Tiers;
using Superintel.Contracts.Events.V1;

namespace Superintel.Approval.Service.Endpoints.Proposals;

/// <param name="Intent">open or close.</param>
/// <param name="Tier">auto, trader or senior.</param>
/// <param name="Status">pending, approved, declined or lapsed.</param>
/// <param name="DecidedAt">Null while pending.</param>
/// <param name="Code">Why it was declined or lapsed; empty otherwise.</param>
/// <param name="Kind">pair or hedge.</param>
/// <param name="ProposedBy">model:&lt;run&gt; or a user.</param>
/// <param name="Sizing">The numbers behind the size.</param>
public sealed record ProposalView(
    string ProposalId,
    string DecisionId,
    string PairId,
    string Intent,
    string Tier,
    string TierReason,
    string Status,
    IReadOnlyList<OrderLeg> Legs,
    decimal Notional,
    string Currency,
    double Direction,
    double Confidence,
    double ZScore,
    string Reason,
    DateTimeOffset SignalAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    IReadOnlyList<VoteView> Votes,
    DateTimeOffset? DecidedAt,
    string Code,
    string Kind,
    string ProposedBy,
    IReadOnlyList<RiskMeasure> Sizing)
{
    public static ProposalView Of(Proposal proposal) => new(
        proposal.Id.Value,
        proposal.Terms.Decision.Value,
        proposal.Terms.PairId,
        proposal.Terms.Intent,
        proposal.Tier.Code(),
        proposal.TierReason,
        proposal.Status.ToString().ToLowerInvariant(),
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
        [.. proposal.Votes.Select(VoteView.Of)],
        proposal.DecidedAt,
        proposal.Code,
        proposal.Terms.IsHedge ? "hedge" : "pair",
        proposal.Terms.ProposedBy,
        proposal.Terms.Sizing);
}
