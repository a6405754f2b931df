using Superintel.Approval.Tiers;

namespace Superintel.Approval.Proposals.ProposeTrade;

/// <summary>Decides at once what would not wait for a person: the automatic tier, or everything in a run without people.</summary>
public static class HumanStandIn
{
    /// <returns>Null when the proposal waits for people.</returns>
    public static Transition? Answer(Proposal proposal, ApprovalOptions options, DateTimeOffset at)
    {
        if (proposal.Tier == Tier.Auto) return proposal.ApproveByPolicy("policy:auto", at);
        var policy = $"policy:{options.HumanPolicy.Code()}";
        return options.HumanPolicy switch
        {
            HumanPolicy.All => proposal.ApproveByPolicy(policy, at),
            HumanPolicy.None => proposal.DeclineByPolicy(policy, "The policy declines whatever waits for a person.", at),
            HumanPolicy.Rule when proposal.Terms.Confidence >= options.RuleConfidence => proposal.ApproveByPolicy(policy, at),
            HumanPolicy.Rule => proposal.DeclineByPolicy(
                policy, $"Confidence {proposal.Terms.Confidence:0.00} is below {options.RuleConfidence:0.00}.", at),
            _ => null,
        };
    }
}
