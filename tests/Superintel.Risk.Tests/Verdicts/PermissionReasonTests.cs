using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.KillSwitch.MoveKillSwitch;
using Superintel.Risk.Tests.Reasons;

namespace Superintel.Risk.Tests.Verdicts;

/// <summary>Each code of the first group of the chain, provoked.</summary>
public sealed class PermissionReasonTests
{
    [Test]
    [ReasonTest("trading-halted")]
    public void Anything_when_trading_is_halted_is_vetoed()
    {
        var desk = new Desk();
        desk.Hold("d0");
        Switch(desk, TradingState.Halted);
        desk.Approve(desk.Proposal("d1", intent: "close", buysA: false));
        Assert.That(desk.Codes("d1"), Is.EqualTo(new[] { "trading-halted" }));
    }

    [Test]
    [ReasonTest("reduce-only")]
    public void Entry_when_only_exits_are_let_through_is_vetoed()
    {
        var desk = new Desk();
        Switch(desk, TradingState.ReduceOnly);
        desk.Approve(desk.Proposal());
        Assert.That(desk.Codes(), Is.EqualTo(new[] { "reduce-only" }));
    }

    [Test]
    public void Exit_when_only_exits_are_let_through_is_cleared()
    {
        var desk = new Desk();
        desk.Hold("d0");
        Switch(desk, TradingState.ReduceOnly);
        desk.Approve(desk.Proposal("d1", intent: "close", buysA: false));
        Assert.That(desk.Cleared("d1").Intent, Is.EqualTo("close"));
    }

    [Test]
    [ReasonTest("duplicate-decision")]
    public void Decision_that_was_judged_before_is_vetoed_and_its_clearance_stands()
    {
        var desk = new Desk();
        desk.Hold("d1");
        desk.Approve(desk.Proposal("d1"));
        Assert.Multiple(() =>
        {
            Assert.That(desk.Codes("d1"), Does.Contain("duplicate-decision"));
            Assert.That(desk.Events.Of<OrderCleared>(), Has.Count.EqualTo(1));
            var stored = Desk.Done(desk.Risk.Verdicts.Find(new DecisionId("d1"), CancellationToken.None));
            Assert.That(stored!.Cleared, "the first verdict stands");
        });
    }

    [Test]
    [ReasonTest("proposal-invalid")]
    public void Proposal_whose_legs_make_no_sense_is_vetoed()
    {
        var desk = new Desk();
        var good = desk.Proposal();
        OrderLeg a = good.Legs[0], b = good.Legs[1];
        ProposalApproved[] bad =
        [
            good with { DecisionId = "b0", Intent = "hold" },
            good with { DecisionId = "b1", Legs = [a with { Side = "long" }, b] },
            good with { DecisionId = "b2", Legs = [a with { Quantity = 0m }, b] },
            good with { DecisionId = "b3", Legs = [a] },
            good with { DecisionId = "b4", Legs = [a, a] },
            good with { DecisionId = "b5", Legs = [a with { InstrumentId = "EEE.XNYS" }, b] },
            good with { DecisionId = "b6", PairId = "nonsense" },
            good with { DecisionId = "b7", Legs = [a with { ReferencePrice = -1m }, b] },
            good with { DecisionId = "b8", Legs = [a with { Quantity = 0.5m }, b] },
            good with { DecisionId = "b9", Legs = [a with { Currency = "CHF" }, b] },
            good with { DecisionId = "b10", Legs = [] },
            good with { DecisionId = "b11", Legs = [a with { Currency = "dollars" }, b] },
        ];
        foreach (var proposal in bad) desk.Approve(proposal);
        Assert.That(bad.Select(proposal => desk.Codes(proposal.DecisionId)), Is.All.Contains("proposal-invalid"));
    }

    [TestCase(31)]
    [TestCase(-1)]
    [ReasonTest("proposal-stale")]
    public void Entry_whose_signal_is_not_of_now_is_vetoed(int minutesLater)
    {
        var desk = new Desk();
        var proposal = desk.Proposal();
        desk.Clock.Advance(TimeSpan.FromMinutes(minutesLater));
        desk.Approve(proposal);
        Assert.That(desk.Codes(), Does.Contain("proposal-stale"));
    }

    [Test]
    [ReasonTest("not-reducing")]
    public void Exit_that_is_larger_than_the_position_or_on_its_side_is_vetoed()
    {
        var desk = new Desk();
        desk.Hold("d0", quantity: 100);
        desk.Approve(desk.Proposal("d1", intent: "close", quantity: 101, buysA: false));
        desk.Approve(desk.Proposal("d2", intent: "close", quantity: 50, buysA: true));
        desk.Approve(desk.Proposal("d3", Desk.OtherPair, "close"));
        Assert.That(new[] { "d1", "d2", "d3" }.Select(desk.Codes), Is.All.Contains("not-reducing"));
    }

    [Test]
    [ReasonTest("position-open")]
    public void Entry_when_the_pair_holds_a_position_is_vetoed_and_not_sized()
    {
        var desk = new Desk();
        desk.Hold("d0");
        desk.Approve(desk.Proposal("d1"));
        Assert.Multiple(() =>
        {
            Assert.That(desk.Codes("d1"), Does.Contain("position-open"));
            Assert.That(desk.Refusal(desk.Ask()), Is.EqualTo("position-open"));
        });
    }

    [Test]
    [ReasonTest("order-in-flight")]
    public void Trade_when_the_pairs_last_orders_are_not_over_is_vetoed_and_not_sized()
    {
        var desk = new Desk();
        desk.Approve(desk.Proposal("d0"));
        desk.Approve(desk.Proposal("d1"));
        Assert.Multiple(() =>
        {
            Assert.That(desk.Codes("d1"), Does.Contain("order-in-flight"));
            Assert.That(desk.Refusal(desk.Ask()), Is.EqualTo("order-in-flight"));
        });
    }

    private static void Switch(Desk desk, TradingState state) =>
        Desk.Done(desk.Risk.MoveKillSwitch.Handle(new SwitchRequest(state, false, "test", "ada", true), CancellationToken.None));
}
