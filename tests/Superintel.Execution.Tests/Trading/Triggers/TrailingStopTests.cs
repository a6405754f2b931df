using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;
using static Superintel.Execution.Tests.Fakes.PaperGiven;

namespace Superintel.Execution.Tests.Trading.Triggers;

/// <summary>Hand-computed scenarios of trailing stops: each has a first bar that the stop survives, but for the last ones.</summary>
public sealed class TrailingStopTests
{
    private static readonly ClosedBar Rising = Bar(Ko, 41m, 42m, 40m, 41.5m);
    private static readonly ClosedBar Falling = Bar(Ko, 41m, 41.5m, 39m, 40m);

    [Test]
    public void Sell_follows_the_high_and_buy_the_low()
    {
        Assert.That(Play(Trailing(Side.Sell, 1.2m).Accepted(), Free, Rising).Order.Trigger!.Stop, Is.EqualTo(40.8m));
        Assert.That(Play(Trailing(Side.Buy, 1.2m).Accepted(), Free, Falling).Order.Trigger!.Stop, Is.EqualTo(40.2m));
    }

    [TestCase(41, 41.2, 40.5, 41, 40.8, TestName = "Sell_that_the_low_touches_fills_at_its_stop")]
    [TestCase(40.5, 41.2, 40.3, 41, 40.5, TestName = "Sell_that_a_gap_passes_fills_at_the_open")]
    [TestCase(42.5, 42.6, 41.2, 42, 41.3, TestName = "Sell_is_raised_by_the_open_before_the_low_is_held_against_it")]
    [TestCase(41.1, 44, 41, 42.5, 42.5, TestName = "Sell_that_only_the_close_proves_fills_at_the_close")]
    [TestCase(41.1, 44, 41, 43.5, null, TestName = "Sell_whose_bar_does_not_prove_it_waits")]
    public void Sell(decimal open, decimal high, decimal low, decimal close, decimal? expected) => Assert.That(
        Last(Side.Sell, Rising, Bar(Ko, open, high, low, close)), Is.EqualTo(expected));

    [TestCase(40, 41, 39.5, 40, 40.2, TestName = "Buy_that_the_high_touches_fills_at_its_stop")]
    [TestCase(40.5, 41, 39.5, 40, 40.5, TestName = "Buy_that_a_gap_passes_fills_at_the_open")]
    [TestCase(38, 39.3, 37.9, 38.5, 39.2, TestName = "Buy_is_lowered_by_the_open_before_the_high_is_held_against_it")]
    [TestCase(40, 40.1, 37, 38.5, 38.5, TestName = "Buy_that_only_the_close_proves_fills_at_the_close")]
    public void Buy(decimal open, decimal high, decimal low, decimal close, decimal? expected) => Assert.That(
        Last(Side.Buy, Falling, Bar(Ko, open, high, low, close)), Is.EqualTo(expected));

    [Test]
    public void Stop_does_not_move_back()
    {
        var (order, told) = Play(Trailing(Side.Sell, 2m).Accepted(), Free, Rising, Bar(Ko, 41m, 41m, 40.5m, 40.5m));

        Assert.That((order.Trigger!.Stop, order.Trigger.At, told.Count), Is.EqualTo(((decimal?)40m, (DateTimeOffset?)Start.AddDays(1), 0)));
    }

    [Test]
    public void First_bar_may_trigger_it() =>
        Assert.That(Play(Trailing(Side.Sell, 0.5m).Accepted(), Free, Rising).Told.Parts(), Is.EqualTo(new[] { (100m, 40.5m) }));

    [Test]
    public void Bar_that_is_played_again_is_not_held_against_the_stop_that_it_moved()
    {
        var (order, _) = Play(Trailing(Side.Sell, 1.2m).Accepted(), Free, Rising);
        var again = Play(order, Free, Rising);

        Assert.That((again.Order, again.Told.Count), Is.EqualTo((order, 0)));
    }

    private static decimal? Last(Side side, params ClosedBar[] bars) => Play(Trailing(side, 1.2m).Accepted(), Free, bars)
        .Told.Parts().Select(part => (decimal?)part.Price).SingleOrDefault();
}
