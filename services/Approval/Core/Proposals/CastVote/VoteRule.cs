using Superintel.Approval.Tiers;

namespace Superintel.Approval.Proposals.CastVote;

/// <summary>Who may vote on what, and when.</summary>
public static class VoteRule
{
    /// <returns>Null when the vote counts.</returns>
    public static VoteRefusal? Refusal(Proposal proposal, Ballot ballot, DateTimeOffset now)
    {
        if (!ballot.IsTrader) return new VoteRefusal("role-required", "Voting needs the role trader.");
        if (proposal.Tier == Tier.Senior && !ballot.IsSenior) return new VoteRefusal("role-required", "This proposal needs seniors.");
        if (proposal.Terms.ProposedBy == ballot.By) return new VoteRefusal("own-proposal", "Nobody votes on his own proposal.");
        if (proposal.Status == ProposalStatus.Lapsed) return Lapsed(proposal);
        if (proposal.Status != ProposalStatus.Pending)
        {
            var status = proposal.Status.ToString().ToLowerInvariant();
            return new VoteRefusal("proposal-closed", $"The proposal was {status} at {proposal.DecidedAt:O}.");
        }
        if (now >= proposal.ExpiresAt) return Lapsed(proposal);
        return proposal.Votes.Any(vote => vote.By == ballot.By)
            ? new VoteRefusal("already-voted", $"{ballot.By} has voted on this proposal; a second person has to.")
            : null;
    }

    private static VoteRefusal Lapsed(Proposal proposal) => new("proposal-lapsed", $"The proposal expired at {proposal.ExpiresAt:O}.");
}
