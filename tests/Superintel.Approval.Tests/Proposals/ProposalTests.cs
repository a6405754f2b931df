using Superintel.Approval.Proposals;
using Superintel.Approval.Tiers;
using Superintel.Contracts.Events.V1;

namespace Superintel.Approval.Tests.Proposals;

public sealed class ProposalTests
{
    private static readonly DateTimeOffset soon = Signals.Bar.AddMinutes(1);
    private static readonly DateTimeOffset late = Signals.Bar.AddMinutes(15);

    private static readonly (string Name, Func<Proposal, Transition> Move)[] transitions =
    [
        ("approve by policy", p => p.ApproveByPolicy("policy:all", soon)),
        ("decline by policy", p => p.DeclineByPolicy("policy:none", "", soon)),
        ("approve", p => p.ApproveBy("zoe", "", soon)),
        ("decline", p => p.DeclineBy("zoe", "", soon)),
        ("lapse", p => p.Lapse(late)),
    ];

    [Test]
    public void No_transition_leads_out_of_a_final_state(
        [Values(ProposalStatus.Approved, ProposalStatus.Declined, ProposalStatus.Lapsed)] ProposalStatus status,
        [Values(0, 1, 2, 3, 4)] int transition)
    {
        var proposal = Pending(Tier.Trader) with { Status = status, DecidedAt = soon };
        Assert.That(() => transitions[transition].Move(proposal), Throws.InvalidOperationException, transitions[transition].Name);
    }

    [Test]
    public void Every_transition_that_decides_raises_the_version_and_says_when([Values(0, 1, 2, 3, 4)] int transition)
    {
        var moved = transitions[transition].Move(Pending(Tier.Trader)).Proposal;
        Assert.Multiple(() =>
        {
            Assert.That(moved.Status, Is.Not.EqualTo(ProposalStatus.Pending));
            Assert.That(moved.Version, Is.GreaterThan(1));
            Assert.That(moved.DecidedAt, Is.Not.Null);
        });
    }

    [Test]
    public void One_trader_approves_a_traders_proposal()
    {
        var moved = Pending(Tier.Trader).ApproveBy("tom", "fine", soon);
        var approved = moved.Events.OfType<ProposalApproved>().Single();
        Assert.Multiple(() =>
        {
            Assert.That(moved.Proposal.Status, Is.EqualTo(ProposalStatus.Approved));
            Assert.That(approved.ApprovedBy, Is.EqualTo(new[] { "tom" }));
            Assert.That(approved.Comment, Is.EqualTo("fine"));
            Assert.That(approved.Legs, Is.EqualTo(moved.Proposal.Terms.Legs), "risk judges what was approved");
        });
    }

    [Test]
    public void Two_different_seniors_approve_a_seniors_proposal()
    {
        var first = Pending(Tier.Senior).ApproveBy("sue", "yes", soon);
        var second = first.Proposal.ApproveBy("sam", "me too", soon);
        Assert.Multiple(() =>
        {
            Assert.That(first.Proposal.Status, Is.EqualTo(ProposalStatus.Pending));
            Assert.That(first.Events.Single(), Is.InstanceOf<ProposalVoteRecorded>());
            Assert.That(second.Proposal.Status, Is.EqualTo(ProposalStatus.Approved));
            Assert.That(second.Events.OfType<ProposalApproved>().Single().ApprovedBy, Is.EqualTo(new[] { "sue", "sam" }));
            Assert.That(second.Events.OfType<ProposalVoteRecorded>().Single().By, Is.EqualTo("sam"));
        });
    }

    [Test]
    public void One_senior_is_never_two()
    {
        var first = Pending(Tier.Senior).ApproveBy("sue", "", soon).Proposal;
        Assert.That(() => first.ApproveBy("sue", "", soon), Throws.InvalidOperationException);
    }

    [Test]
    public void One_senior_is_enough_to_decline()
    {
        var declined = Pending(Tier.Senior).ApproveBy("sue", "", soon).Proposal.DeclineBy("sam", "no", soon);
        Assert.Multiple(() =>
        {
            Assert.That(declined.Proposal.Status, Is.EqualTo(ProposalStatus.Declined));
            Assert.That(declined.Events.OfType<ProposalDeclined>().Single().By, Is.EqualTo("sam"));
        });
    }

    [Test]
    public void Proposal_does_not_lapse_before_its_time() =>
        Assert.That(() => Pending(Tier.Trader).Lapse(late.AddTicks(-1)), Throws.InvalidOperationException);

    private static Proposal Pending(Tier tier) => Proposal.Create(
        Terms.From(Signals.Open(), Signals.Legs(80_000m), Signals.Usd(80_000m), []),
        new TierChoice(tier, "test"),
        Signals.Bar,
        TimeSpan.FromMinutes(15)).Proposal;
}
