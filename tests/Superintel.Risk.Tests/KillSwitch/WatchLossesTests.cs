using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Limits;
using Superintel.Risk.Limits.ChangeLimit;

namespace Superintel.Risk.Tests.KillSwitch;

public sealed class WatchLossesTests
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

    // Nine hundred shares lose ten dollars: nine tenths of a percent of a million.
    private static Desk Losing(string limit, double value)
    {
        var desk = new Desk();
        Desk.Done(desk.Risk.ChangeLimit.Handle(new LimitChange(limit, value, "test", "ada"), CancellationToken.None));
        desk.Hold("d0", quantity: 900);
        desk.Close(131, ("AAA.XNYS", Market.Price("AAA", 130) - 10m), ("BBB.XNYS", Market.Price("BBB", 130)));
        return desk;
    }
}
