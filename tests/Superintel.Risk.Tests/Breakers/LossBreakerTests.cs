using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Limits;
using Superintel.Risk.Tests.Reasons;

namespace Superintel.Risk.Tests.Breakers;

public sealed class LossBreakerTests
{
    [Test]
    public void Daily_loss_beyond_its_limit_turns_the_desk_to_reduce_only()
    {
        var desk = Losing(LimitCatalogue.DailyLoss, 0.005);
        var told = desk.Events.Of<TradingStateChanged>().Single();
        Assert.That((told.State, told.By), Is.EqualTo(("reduce-only", "breaker:daily-loss")));
    }

    [Test]
    public void Drawdown_beyond_its_limit_turns_the_desk_to_reduce_only()
    {
        var desk = Losing(LimitCatalogue.Drawdown, 0.005);
        Assert.That(desk.Events.Of<TradingStateChanged>().Single().By, Is.EqualTo("breaker:drawdown"));
    }

    [Test]
    public void Loss_within_its_limits_trips_nothing() =>
        Assert.That(Losing(LimitCatalogue.DailyLoss, 0.02).Events.Of<TradingStateChanged>(), Is.Empty);

    [Test]
    public void Breaker_that_a_senior_reset_measures_from_there()
    {
        var desk = Losing(LimitCatalogue.Drawdown, 0.005);
        desk.Switch(TradingState.Active);
        desk.Close(132, ("AAA.XNYS", Market.Price("AAA", 130) - 10m), ("BBB.XNYS", Market.Price("BBB", 130)));
        Assert.That(desk.Events.Of<TradingStateChanged>()[^1].State, Is.EqualTo("active"));
    }

    [Test]
    public void Breaker_that_was_reset_trips_again_on_a_new_loss()
    {
        var desk = Losing(LimitCatalogue.Drawdown, 0.005);
        desk.Switch(TradingState.Active);
        desk.Close(132, ("AAA.XNYS", Market.Price("AAA", 130) - 20m), ("BBB.XNYS", Market.Price("BBB", 130)));
        Assert.That(desk.Events.Of<TradingStateChanged>()[^1].By, Is.EqualTo("breaker:drawdown"));
    }

    [TestCase(0.010, "pause-entries", "")]
    [TestCase(0.008, "reduce-only", "reduce-only")]
    [TestCase(0.005, "flatten", "reduce-only")]
    [TestCase(0.004, "stop", "reduce-only")]
    public void Breaker_opens_as_far_as_the_loss_goes_beyond_its_limit(double limit, string tier, string state)
    {
        var desk = Losing(LimitCatalogue.DailyLoss, limit);
        Assert.That(desk.Events.Of<BreakerChanged>().Single().Tier, Is.EqualTo(tier));
        Assert.That(desk.Events.Of<TradingStateChanged>().Select(told => told.State), Is.EqualTo(state.Length > 0 ? new[] { state } : []));
        Assert.That(desk.Events.Of<OrderCleared>().Count(cleared => cleared.Intent == "close"), Is.EqualTo(limit <= 0.005 ? 1 : 0));
    }

    [Test]
    public void Desk_that_is_stopped_is_flat_first_and_halted_then()
    {
        var desk = Losing(LimitCatalogue.DailyLoss, 0.004);
        var exit = desk.Events.Of<OrderCleared>().Single(cleared => cleared.Intent == "close");
        foreach (var leg in exit.Legs) desk.Fill(exit, leg, leg.Quantity);
        desk.End(exit);
        Assert.That(desk.Events.Of<TradingStateChanged>()[^1].State, Is.EqualTo("halted"));
    }

    [Test]
    [ReasonTest("breaker-open")]
    public void Entry_while_a_breaker_pauses_entries_is_vetoed_and_an_exit_is_not()
    {
        var desk = Losing(LimitCatalogue.DailyLoss, 0.010);
        desk.Approve(desk.Proposal("d1", "CCC.XNYS~EEE.XNYS"));
        desk.Approve(desk.Proposal("d2", intent: "close", quantity: 900, buysA: false));
        Assert.That(desk.Codes("d1"), Is.EqualTo(new[] { "breaker-open" }));
        Assert.That(desk.Cleared("d2"), Is.Not.Null);
    }

    // Nine hundred shares lose ten dollars: nine tenths of a percent of a million.
    private static Desk Losing(string limit, double value)
    {
        var desk = new Desk();
        desk.SetLimit(limit, value);
        desk.Hold("d0", quantity: 900);
        desk.Close(131, ("AAA.XNYS", Market.Price("AAA", 130) - 10m), ("BBB.XNYS", Market.Price("BBB", 130)));
        return desk;
    }
}
