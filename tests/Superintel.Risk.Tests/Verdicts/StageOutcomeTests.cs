using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Verdicts;

namespace Superintel.Risk.Tests.Verdicts;

public sealed class StageOutcomeTests
{
    [Test]
    public void Verdict_tells_every_stage_in_order_with_its_inputs_and_outcome()
    {
        var desk = new Desk();
        desk.Approve(desk.Proposal(quantity: 1100));
        var veto = desk.Events.Of<OrderVetoed>().Single();
        Assert.Multiple(() =>
        {
            Assert.That(veto.Stages!.Select(stage => stage.Stage), Is.EqualTo(VerdictChain.Stages.Select(stage => stage.Name)));
            Assert.That(veto.Stages!.Single(stage => stage.Outcome == "vetoed").Codes, Is.EqualTo(new[] { "asset-limit" }));
            Assert.That(veto.Stages!.SelectMany(stage => stage.Inputs), Is.EqualTo(veto.Measures));
            Assert.That(veto.Stages!.SelectMany(stage => stage.Codes), Is.EqualTo(veto.Reasons.Select(reason => reason.Code)));
        });
    }

    [Test]
    public void Stages_behind_a_veto_that_leaves_nothing_to_measure_did_not_run()
    {
        var desk = new Desk();
        desk.Switch(TradingState.Halted);
        desk.Approve(desk.Proposal());
        var stages = desk.Events.Of<OrderVetoed>().Single().Stages!;
        Assert.That(stages.SkipWhile(stage => stage.Stage != "market").Select(stage => stage.Outcome), Is.All.EqualTo("not-run"));
    }

    [Test]
    public void What_if_gives_the_verdict_that_would_follow_and_changes_nothing()
    {
        var desk = new Desk();
        var asked = Proposal.From(desk.Proposal(quantity: 1100));
        var told = desk.Events.All.Count;
        var answer = Desk.Done(desk.Risk.WhatIf.Handle(asked, CancellationToken.None));
        Assert.That(answer.Reasons.Select(reason => reason.Code.Code), Is.EqualTo(new[] { "asset-limit" }));
        Assert.That(desk.Events.All, Has.Count.EqualTo(told));
        desk.Approve(desk.Proposal(quantity: 100));
        Assert.That(desk.Cleared("d1"), Is.Not.Null);
    }
}
