using Superintel.Approval.Proposals;
using Superintel.Approval.Proposals.CastVote;
using Superintel.Approval.Sizing;
using Superintel.Approval.Tiers;
using Superintel.Contracts.Events.V1;

namespace Superintel.Approval.Tests.Proposals;

public sealed class ProposeHedgeTests
{
    [Test]
    public void Hedge_when_proposed_waits_for_another_person_with_its_numbers()
    {
        var desk = new Desk();
        var proposal = desk.Propose().Proposal!;
        var told = desk.Events.Of<ProposalCreated>().Single();
        Assert.Multiple(() =>
        {
            Assert.That((proposal.Status, proposal.Tier), Is.EqualTo((ProposalStatus.Pending, Tier.Trader)));
            Assert.That((told.Kind, told.ProposedBy, told.PairId), Is.EqualTo(("hedge", "tess", "hedge~IDX.XNYS")));
            Assert.That(told.Legs.Single(), Is.EqualTo(new OrderLeg(0, "IDX.XNYS", "sell", 600m, 100m, "USD")));
            Assert.That(told.Sizing.Single().Name, Is.EqualTo("cvar-95-before"));
            Assert.That(told.Reason, Does.EndWith("rates"));
        });
    }

    [TestCase(HumanPolicy.All)]
    [TestCase(HumanPolicy.None)]
    [TestCase(HumanPolicy.Rule)]
    public void Hedge_when_a_policy_stands_in_for_people_still_waits(HumanPolicy policy) => Assert.That(
        new Desk(new ApprovalOptions { HumanPolicy = policy }).Propose().Proposal!.Status, Is.EqualTo(ProposalStatus.Pending));

    [Test]
    public void Hedge_when_it_is_large_waits_for_seniors()
    {
        var desk = new Desk();
        desk.Hedges.Answer = FixedHedgeSizing.Sized(250_000m);
        Assert.That(desk.Propose().Proposal!.Tier, Is.EqualTo(Tier.Senior));
    }

    [Test]
    public void End_of_a_hedge_waits_for_a_person_as_well()
    {
        var proposal = new Desk().Propose(opens: false).Proposal!;
        Assert.That((proposal.Status, proposal.Tier, proposal.Terms.Intent), Is.EqualTo((ProposalStatus.Pending, Tier.Trader, "close")));
    }

    [Test]
    public void Viewer_when_he_proposes_is_refused_and_risk_is_not_asked()
    {
        var desk = new Desk();
        Assert.That(desk.Propose(trader: false).Refusal!.Code, Is.EqualTo("role-required"));
        Assert.That((desk.Hedges.Asked, desk.Events.All.Count), Is.EqualTo(((HedgeQuestion?)null, 0)));
    }

    [Test]
    public void Refusal_of_risk_leaves_no_proposal()
    {
        var desk = new Desk();
        desk.Hedges.Answer = new HedgeAnswer.Refused("advice-outdated", "traded since");
        Assert.That(desk.Propose().Refusal!.Code, Is.EqualTo("advice-outdated"));
        Assert.That(desk.Events.All, Is.Empty);
    }

    [Test]
    public void Silence_of_risk_is_a_no()
    {
        var desk = new Desk();
        desk.Hedges.Answer = new HedgeAnswer.Unavailable("DeadlineExceeded");
        Assert.That(desk.Propose().Refusal!.Code, Is.EqualTo("sizing-unavailable"));
    }

    [Test]
    public void Second_proposal_while_one_waits_is_refused()
    {
        var desk = new Desk();
        desk.Propose();
        Assert.That(desk.Propose("tim").Refusal!.Code, Is.EqualTo("proposal-pending"));
    }

    [Test]
    public void Proposer_cannot_approve_and_another_trader_can()
    {
        var desk = new Desk();
        var id = desk.Propose().Proposal!.Id;
        Assert.That(Vote(desk, id, "tess").Refusal!.Code, Is.EqualTo("own-proposal"));
        Assert.That(Vote(desk, id, "tim").Proposal!.Status, Is.EqualTo(ProposalStatus.Approved));
        var approved = desk.Events.Of<ProposalApproved>().Single();
        Assert.That((approved.Legs.Count, approved.ApprovedBy.Single(), approved.SignalAt), Is.EqualTo((1, "tim", Signals.Bar)));
    }

    [Test]
    public void Hedge_that_nobody_answers_lapses()
    {
        var desk = new Desk();
        desk.Propose();
        desk.Bar(Signals.Bar.AddDays(1));
        Assert.That(desk.Declined.Code, Is.EqualTo("lapsed"));
    }

    [Test]
    public void Declined_hedge_when_proposed_again_at_the_same_moment_is_refused()
    {
        var desk = new Desk();
        Vote(desk, desk.Propose().Proposal!.Id, "tim", approves: false);
        Assert.That(desk.Propose().Refusal!.Code, Is.EqualTo("already-proposed"));
    }

    private static VoteResult Vote(Desk desk, Kernel.ProposalId id, string by, bool approves = true) => Desk.Done(desk.Approval.CastVote
        .Handle(new Ballot(id, approves, "", by, true, false), CancellationToken.None));
}
