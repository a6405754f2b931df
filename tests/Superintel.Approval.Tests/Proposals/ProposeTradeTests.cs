using Superintel.Approval.Proposals;
using Superintel.Approval.Sizing;
using Superintel.Approval.Tiers;
using Superintel.Contracts.Events.V1;

namespace Superintel.Approval.Tests.Proposals;

public sealed class ProposeTradeTests
{
    [Test]
    public void Confident_signal_of_ordinary_size_is_approved_at_once_by_the_policy()
    {
        var desk = new Desk();
        desk.Signal(Signals.Open());
        var created = desk.Events.Of<ProposalCreated>().Single();
        Assert.Multiple(() =>
        {
            Assert.That(created.Tier, Is.EqualTo("auto"));
            Assert.That(created.ExpiresAt - created.OccurredAt, Is.EqualTo(TimeSpan.FromMinutes(15)));
            Assert.That(created.Sizing, Has.Count.EqualTo(1));
            Assert.That(desk.Events.Of<ProposalApproved>().Single().ApprovedBy, Is.EqualTo(new[] { "policy:auto" }));
        });
    }

    [Test]
    public void Doubtful_signal_waits_for_a_trader()
    {
        var desk = new Desk();
        desk.Signal(Signals.Open(confidence: 0.6));
        Assert.Multiple(() =>
        {
            Assert.That(desk.Only.Tier, Is.EqualTo(Tier.Trader));
            Assert.That(desk.Only.Status, Is.EqualTo(ProposalStatus.Pending));
            Assert.That(desk.Events.Of<ProposalApproved>(), Is.Empty);
        });
    }

    [Test]
    public void Signal_told_twice_makes_one_proposal()
    {
        var desk = new Desk();
        desk.Signal(Signals.Open(confidence: 0.6));
        desk.Signal(Signals.Open(confidence: 0.6));
        Assert.That(desk.Events.Of<ProposalCreated>(), Has.Count.EqualTo(1));
    }

    [Test]
    public void Signal_whose_bar_is_not_the_current_one_is_declined()
    {
        var desk = new Desk();
        desk.Clock.Set(Signals.Bar.AddMinutes(6));
        desk.Signal(Signals.Open());
        Assert.That((desk.Declined.Code, desk.Declined.ProposalId), Is.EqualTo(("signal-stale", "")));
    }

    [Test]
    public void Exit_is_never_too_late()
    {
        var desk = new Desk();
        desk.Clock.Set(Signals.Bar.AddDays(2));
        desk.Signal(Signals.Close());
        Assert.That(desk.Events.Of<ProposalApproved>().Single().Intent, Is.EqualTo("close"));
    }

    [Test]
    public void Signal_that_is_here_before_its_bar_counts_from_the_bar()
    {
        var desk = new Desk();
        desk.Signal(Signals.Open(confidence: 0.6, at: Signals.Bar.AddDays(1)));
        desk.Bar(Signals.Bar.AddDays(1));
        Assert.That(desk.Only.Status, Is.EqualTo(ProposalStatus.Pending), "the bar that the signal stands on does not end it");
    }

    [Test]
    public void Signal_from_features_that_are_not_known_is_declined()
    {
        var desk = new Desk();
        desk.Signal(Signals.Open() with { FeatureSchema = "pair-spread/99" });
        Assert.That(desk.Declined.Code, Is.EqualTo("unknown-schema"));
    }

    [TestCase("no-position", "sizing-refused")]
    [TestCase("stale-price", "sizing-refused")]
    [TestCase("unknown-instrument", "unknown-instrument")]
    public void Signal_that_risk_does_not_size_is_declined(string reason, string code)
    {
        var desk = new Desk();
        var kelly = new RiskMeasure("sizing", "kelly", 0.5, null, "fraction-of-nav");
        desk.Sizing.Answer = new SizingAnswer.Refused(reason, "because", [kelly]);
        desk.Signal(Signals.Open());
        Assert.Multiple(() =>
        {
            Assert.That(desk.Declined.Code, Is.EqualTo(code));
            Assert.That(desk.Declined.Detail, Does.EndWith("because"));
            Assert.That(desk.Declined.Measures?.Count ?? 0, Is.EqualTo(code == "sizing-refused" ? 1 : 0), "the numbers go with the code");
            Assert.That(desk.Events.Of<ProposalCreated>(), Is.Empty);
        });
    }

    [Test]
    public void Signal_that_risk_does_not_answer_is_declined()
    {
        var desk = new Desk();
        desk.Sizing.Answer = new SizingAnswer.Unavailable("DeadlineExceeded");
        desk.Signal(Signals.Open());
        Assert.That(desk.Declined.Code, Is.EqualTo("sizing-unavailable"));
    }

    [Test]
    public void Newer_signal_on_the_pair_declines_what_still_waits()
    {
        var desk = new Desk();
        desk.Signal(Signals.Open("d1", confidence: 0.6));
        desk.Clock.Advance(TimeSpan.FromMinutes(5));
        desk.Sizing.Answer = new SizingAnswer.Refused("no-position", "nothing held", []);
        desk.Signal(Signals.Close("d2", Signals.Bar.AddMinutes(5)));
        Assert.That(
            desk.Events.Of<ProposalDeclined>().Select(declined => (declined.DecisionId, declined.By)),
            Is.EqualTo(new[] { ("d1", "policy:superseded"), ("d2", "policy:sizing") }));
    }

    [TestCase(HumanPolicy.All, 0.7, true, "policy:all")]
    [TestCase(HumanPolicy.All, 0.3, true, "policy:all")]
    [TestCase(HumanPolicy.None, 0.7, false, "policy:none")]
    [TestCase(HumanPolicy.Rule, 0.7, true, "policy:rule")]
    [TestCase(HumanPolicy.Rule, 0.69, false, "policy:rule")]
    public void Policy_answers_in_a_persons_place(HumanPolicy policy, double confidence, bool approves, string by)
    {
        var desk = new Desk(new ApprovalOptions { HumanPolicy = policy });
        desk.Signal(Signals.Open(confidence: confidence));
        if (approves) Assert.That(desk.Events.Of<ProposalApproved>().Single().ApprovedBy, Is.EqualTo(new[] { by }));
        else Assert.That((desk.Declined.By, desk.Declined.Code), Is.EqualTo((by, "declined")));
    }
}
