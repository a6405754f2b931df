using Superintel.Kernel;
using Superintel.Risk.Tests.Reasons;
using Superintel.Risk.Trades;

namespace Superintel.Risk.Tests.Sizing;

/// <summary>Within one bar fills come before sizes, and the verdict on one decision before the size of the next.</summary>
public sealed class SliceOrderTests
{
    [TestCase(TradeIntent.Open)]
    [TestCase(TradeIntent.Close)]
    [ReasonTest("slice-open")]
    public void Signal_is_not_sized_before_the_fills_of_its_bar_are_told(TradeIntent intent)
    {
        var desk = new Desk();
        var next = desk.Now.AddDays(1);
        desk.CloseOnly(next, executed: false, ("AAA.XNYS", 50m), ("BBB.XNYS", 50m));
        var ask = desk.Ask(intent: intent) with { SignalAt = next };
        Assert.That(desk.Refusal(ask), Is.EqualTo("slice-open"));
        desk.CloseOnly(next, ("AAA.XNYS", 50m), ("BBB.XNYS", 50m));
        Assert.That(desk.Refusal(ask), Is.Not.EqualTo("slice-open"));
    }

    [Test]
    [ReasonTest("verdict-pending")]
    public void Signal_is_not_sized_before_the_decision_that_came_first_is_judged()
    {
        var desk = new Desk();
        var ask = desk.Ask("CCC.XNYS~DDD.XNYS") with { Preceding = [new DecisionId("d0")] };
        Assert.That(desk.Refusal(ask), Is.EqualTo("verdict-pending"));
        desk.Approve(desk.Proposal("d0"));
        Assert.That(desk.Refusal(ask), Is.Null);
    }
}
