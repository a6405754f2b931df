using Superintel.Execution.Trading;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;
using static Superintel.Execution.Tests.Fakes.PaperGiven;

namespace Superintel.Execution.Tests.Trading.Triggers;

/// <summary>Hand-computed scenarios of stops at quotes: a buy waits for the bid, a sell for the ask.</summary>
public sealed class StopAtQuotesTests
{
    [TestCase(Side.Buy, 40.05, 40, 40.1, null)]
    [TestCase(Side.Buy, 40.05, 40.05, 40.2, 40.2)]
    [TestCase(Side.Buy, 40.05, 40.3, 40.4, 40.4)]
    [TestCase(Side.Sell, 40.05, 40, 40.1, null)]
    [TestCase(Side.Sell, 40.05, 39.9, 40.05, 39.9)]
    [TestCase(Side.Sell, 40.05, 39, 39.1, 39)]
    public void Stop_takes_the_touch_of_the_quote_that_triggers_it(Side side, decimal stop, decimal bid, decimal ask, decimal? expected) =>
        Assert.That(
            Play(Stop(side, stop).Accepted(), Free, Told(1, bid, ask)).Told.Parts().Select(part => (decimal?)part.Price).SingleOrDefault(),
            Is.EqualTo(expected));

    [Test]
    public void Stop_limit_that_was_triggered_waits_for_its_limit()
    {
        var (_, told) = Play(
            Stop(Side.Buy, 40.05m, 40.1m).Accepted(), Free, Told(1, 40.05m, 40.2m), Told(2, 40.1m, 40.15m), Told(3, 39.9m, 40.1m));

        Assert.That(told.OfType<BrokerEvent.Filled>().Select(fill => (fill.At, fill.Price)),
            Is.EqualTo(new[] { (Start.AddSeconds(3), 40.1m) }));
    }

    [Test]
    public void Trailing_stop_follows_what_it_is_held_against()
    {
        var (order, told) = Play(Trailing(Side.Sell, 0.5m).Accepted(), Free, Told(1), Told(2, 40.9m, 41m), Told(3, 40.5m, 40.6m));
        var (after, sold) = Play(order, Free, Told(4, 40.4m, 40.5m));

        Assert.That((order.Trigger!.Stop, told.Count), Is.EqualTo(((decimal?)40.5m, 0)));
        Assert.That(sold.Parts(), Is.EqualTo(new[] { (100m, 40.4m) }));
        Assert.That(after.Trigger!.IsTriggered, Is.True);
    }

    [Test]
    public void Triggered_stop_has_no_more_than_the_touch_and_the_next_quote_gives_the_rest()
    {
        var (_, told) = Play(
            Stop(Side.Buy, 40.05m).Accepted(), Free, Told(1, 40.1m, 40.2m, askSize: 30m), Told(1, 40.1m, 40.2m), Told(2, 39m, 39.1m));

        Assert.That(told.Parts(), Is.EqualTo(new[] { (30m, 40.2m), (70m, 39.1m) }));
    }

    [Test]
    public void Quote_in_the_time_that_the_order_needs_to_arrive_triggers_nothing()
    {
        var (order, told) = Play(
            Stop(Side.Buy, 40.05m).Accepted(), Free with { Latency = "fixed", LatencyMilliseconds = 250 }, Told(0.25, 40.1m, 40.2m));

        Assert.That((order.Trigger!.IsTriggered, told.Count), Is.EqualTo((false, 0)));
    }

    [Test]
    public void Stop_that_a_quote_moved_is_not_held_against_a_low_that_may_be_older()
    {
        var (order, _) = Play(Trailing(Side.Sell, 0.5m).Accepted(), Free, Told(3_600, 44.9m, 45m));
        var (_, told) = Play(order, Free, Bar(Ko, 41m, 46m, 40m, 44.6m));

        Assert.That(told, Is.Empty);
    }
}
