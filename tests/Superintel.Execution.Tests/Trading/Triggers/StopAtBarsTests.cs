using Superintel.Contracts.Events.V1;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Paper;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;
using static Superintel.Execution.Tests.Fakes.PaperGiven;

namespace Superintel.Execution.Tests.Trading.Triggers;

/// <summary>Hand-computed scenarios of stops at bars.</summary>
public sealed class StopAtBarsTests
{
    private static readonly ClosedBar Bar1 = Bar(Ko, 41m, 42m, 40m, 41.5m, 1000m);

    [TestCase(Side.Buy, 41.8, 41.8, TestName = "Stop_buy_that_the_high_touches_fills_at_its_stop")]
    [TestCase(Side.Buy, 42, 42, TestName = "Stop_buy_at_the_high_fills_at_its_stop")]
    [TestCase(Side.Buy, 40.5, 41, TestName = "Stop_buy_below_the_open_fills_at_the_open")]
    [TestCase(Side.Buy, 42.1, null, TestName = "Stop_buy_above_the_high_waits")]
    [TestCase(Side.Sell, 40.5, 40.5, TestName = "Stop_sell_that_the_low_touches_fills_at_its_stop")]
    [TestCase(Side.Sell, 41.2, 41, TestName = "Stop_sell_above_the_open_fills_at_the_open")]
    [TestCase(Side.Sell, 39.9, null, TestName = "Stop_sell_below_the_low_waits")]
    public void Stop_order(Side side, decimal stop, decimal? expected) => Assert.That(Price(Stop(side, stop)), Is.EqualTo(expected));

    [TestCase(Side.Buy, 41.8, 41.80836)]
    [TestCase(Side.Buy, 40.5, 41.0082)]
    [TestCase(Side.Sell, 40.5, 40.4919)]
    public void Slippage_is_beyond_the_stop_as_it_is_beyond_the_market(Side side, decimal stop, decimal expected) =>
        Assert.That(Price(Stop(side, stop), Free with { Slippage = "basis-points", SlippageBps = 2m }), Is.EqualTo(expected));

    [TestCase(41.2, 41.5)]
    [TestCase(41.6, null)]
    public void Stop_when_the_source_has_closes_only_is_held_against_the_close(decimal stop, decimal? expected)
    {
        var (_, told) = Play(Stop(Side.Buy, stop).Accepted(), Free, CloseOnly(Ko, 41.5m));

        Assert.That(told.Parts().Select(part => (decimal?)part.Price).SingleOrDefault(), Is.EqualTo(expected));
    }

    [TestCase(41.8, null)]
    [TestCase(41.2, 41.5)]
    public void Stop_that_came_within_a_bar_is_held_against_its_close_never_against_a_high_of_the_past(decimal stop, decimal? expected)
    {
        var (_, told) = Play(Stop(Side.Buy, stop).Accepted() with { AcceptedAt = Start.AddHours(10) }, Free, Bar1);

        Assert.That(told.Parts().Select(part => (decimal?)part.Price).SingleOrDefault(), Is.EqualTo(expected));
    }

    [Test]
    public void Rest_of_a_triggered_stop_is_a_market_order_wherever_the_price_goes()
    {
        var options = Free with { Fills = "volume-share", VolumeShare = 0.06m };
        var (order, told) = Play(Stop(Side.Buy, 41.8m).Accepted(), options, Bar1, Bar(Ko, 39m, 40m, 38m, 39m, 1000m));

        Assert.That(told.Parts(), Is.EqualTo(new[] { (60m, 41.8m), (40m, 39m) }));
        Assert.That(order.Status, Is.EqualTo(BrokerOrderStatus.Filled));
    }

    [Test]
    public void Commission_of_a_stop_is_the_model_s()
    {
        var (_, told) = Play(Stop(Side.Buy, 41.8m).Accepted(), Free with { Fees = "basis-points" }, Bar1);

        Assert.That(told.OfType<BrokerEvent.Filled>().Single().Commission, Is.EqualTo(new Money(0.418m, Currency.Usd)));
    }

    [Test]
    public void Stop_that_misses_bars_does_not_see_them()
    {
        var late = PaperOrder.Accept(Stop(Side.Buy, 41.8m), Start, 1);
        var (order, told) = Play(late, Free, Bar1, Bar(Ko, 41m, 41.5m, 40m, 41m));

        Assert.That((told.Count, order.Trigger!.IsTriggered), Is.EqualTo((0, false)));
    }

    [Test]
    public void Day_stop_that_its_day_did_not_trigger_expires_with_the_next()
    {
        var (order, told) = Play(
            (Stop(Side.Buy, 43m) with { TimeInForce = TimeInForce.Day }).Accepted(), Free, Bar1, Bar(Ko, 44m, 44m, 44m, 44m));

        Assert.That(told.Single(), Is.TypeOf<BrokerEvent.Expired>());
        Assert.That(order.Status, Is.EqualTo(BrokerOrderStatus.Expired));
    }

    [TestCase(Side.Buy, 41.8, 42, 41.8, TestName = "Stop_limit_with_the_limit_beyond_the_stop_fills_at_the_stop")]
    [TestCase(Side.Buy, 41.8, 41.6, 41.6, TestName = "Stop_limit_that_the_close_is_within_fills_at_the_limit")]
    [TestCase(Side.Buy, 41.8, 41.2, null, TestName = "Stop_limit_whose_limit_only_the_low_reached_is_not_proved")]
    [TestCase(Side.Buy, 40.5, 40.6, 40.6, TestName = "Stop_limit_triggered_at_the_open_has_the_whole_bar")]
    [TestCase(Side.Buy, 40.5, 41.1, 41, TestName = "Stop_limit_triggered_at_the_open_fills_at_the_open")]
    [TestCase(Side.Buy, 40.5, 39.9, null, TestName = "Stop_limit_below_the_low_waits")]
    [TestCase(Side.Buy, 42.1, 43, null, TestName = "Stop_limit_that_was_not_triggered_waits")]
    [TestCase(Side.Sell, 40.5, 40.2, 40.5, TestName = "Stop_limit_sell_with_the_limit_beyond_the_stop_fills_at_the_stop")]
    [TestCase(Side.Sell, 40.5, 41.4, 41.4, TestName = "Stop_limit_sell_that_the_close_is_within_fills_at_the_limit")]
    [TestCase(Side.Sell, 40.5, 41.8, null, TestName = "Stop_limit_sell_whose_limit_only_the_high_reached_is_not_proved")]
    public void Stop_limit(Side side, decimal stop, decimal limit, decimal? expected) =>
        Assert.That(Price(Stop(side, stop, limit)), Is.EqualTo(expected));

    [Test]
    public void Stop_limit_never_pays_slippage_beyond_its_limit() => Assert.That(
        Price(Stop(Side.Buy, 41.8m, 42m), Free with { Slippage = "basis-points", SlippageBps = 100m }), Is.EqualTo(42m));

    [Test]
    public void Stop_limit_that_was_triggered_is_a_limit_order_from_the_next_bar_on()
    {
        var (_, told) = Play(Stop(Side.Buy, 41.8m, 41.2m).Accepted(), Free, Bar1, Bar(Ko, 41.5m, 41.6m, 41m, 41.5m));

        Assert.That(told.Parts(), Is.EqualTo(new[] { (100m, 41.2m) }));
    }

    private static decimal? Price(OrderTicket ticket, PaperOptions? options = null) =>
        Play(ticket.Accepted(), options ?? Free, Bar1).Told.Parts().Select(part => (decimal?)part.Price).SingleOrDefault();
}
