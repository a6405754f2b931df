using Superintel.Approval.Proposals;

namespace Superintel.Approval.Tests.Proposals;

public sealed class LapseProposalsTests
{
    [Test]
    public void Proposal_that_nobody_answered_lapses_and_lapsed_is_declined()
    {
        var desk = new Desk();
        desk.Signal(Signals.Open(confidence: 0.6));
        desk.Bar(Signals.Bar.AddMinutes(14));
        Assert.That(desk.Only.Status, Is.EqualTo(ProposalStatus.Pending));
        desk.Bar(Signals.Bar.AddMinutes(15));
        Assert.Multiple(() =>
        {
            Assert.That(desk.Only.Status, Is.EqualTo(ProposalStatus.Lapsed));
            Assert.That((desk.Declined.Code, desk.Declined.By), Is.EqualTo(("lapsed", "policy:expiry")));
        });
    }

    [Test]
    public void Vote_that_comes_too_late_ends_the_proposal()
    {
        var desk = new Desk();
        desk.Signal(Signals.Open(confidence: 0.6));
        desk.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Multiple(() =>
        {
            Assert.That(desk.Vote("tom").Refusal!.Code, Is.EqualTo("proposal-lapsed"));
            Assert.That(desk.Declined.Code, Is.EqualTo("lapsed"));
            Assert.That(desk.Vote("tom").Refusal!.Code, Is.EqualTo("proposal-lapsed"));
        });
    }

    [Test]
    public void Vote_on_what_does_not_exist_is_refused() =>
        Assert.That(new Desk().Vote("tom").Refusal!.Code, Is.EqualTo("proposal-not-found"));

    [Test]
    public void Vote_on_what_is_decided_is_refused()
    {
        var desk = new Desk();
        desk.Signal(Signals.Open(confidence: 0.6));
        desk.Vote("tom");
        Assert.That(desk.Vote("tim").Refusal!.Code, Is.EqualTo("proposal-closed"));
    }
}
