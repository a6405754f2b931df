using Superintel.Approval.Proposals;
using Superintel.Approval.Proposals.CastVote;
using Superintel.Approval.Tiers;
using Superintel.Kernel;

namespace Superintel.Approval.Tests.Proposals;

/// <summary>Every combination of tier, status, role, author, earlier vote and time, against the rule said in another way.</summary>
public sealed class VoteRuleTests
{
    [Test]
    public void Vote_counts_exactly_when_role_author_state_time_and_earlier_votes_allow(
        [Values(Tier.Trader, Tier.Senior)] Tier tier,
        [Values] ProposalStatus status,
        [Values("viewer", "trader", "senior")] string role,
        [Values] bool own,
        [Values] bool votedBefore,
        [Values(-1, 0, 1)] int secondsPastExpiry)
    {
        var proposal = Some(tier, status, own ? "ada" : "model:run-1", votedBefore);
        var ballot = new Ballot(proposal.Id, true, "", "ada", role != "viewer", role == "senior");
        var code = VoteRule.Refusal(proposal, ballot, proposal.ExpiresAt.AddSeconds(secondsPastExpiry))?.Code;
        Assert.That(code, Is.EqualTo(Expected(tier, status, role, own, votedBefore, secondsPastExpiry >= 0)));
    }

    private static string? Expected(
        Tier tier, ProposalStatus status, string role, bool own, bool votedBefore, bool late) => (role, own) switch
    {
        ("viewer", _) => "role-required",
        ("trader", _) when tier == Tier.Senior => "role-required",
        (_, true) => "own-proposal",
        _ => status switch
        {
            ProposalStatus.Lapsed => "proposal-lapsed",
            ProposalStatus.Approved or ProposalStatus.Declined => "proposal-closed",
            _ when late => "proposal-lapsed",
            _ => votedBefore ? "already-voted" : null,
        },
    };

    private static Proposal Some(Tier tier, ProposalStatus status, string author, bool votedBefore)
    {
        var terms = Terms.From(Signals.Open(), Signals.Legs(80_000m), Signals.Usd(80_000m), []) with { ProposedBy = author };
        var created = Proposal.Create(terms, new TierChoice(tier, ""), Signals.Bar, TimeSpan.FromMinutes(15)).Proposal;
        return created with
        {
            Status = status,
            DecidedAt = status == ProposalStatus.Pending ? null : Signals.Bar,
            Votes = votedBefore ? [new Vote("ada", true, "", Signals.Bar)] : [],
        };
    }
}
