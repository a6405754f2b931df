using Superintel.Contracts.Events.V1;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Paper;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;
using static Superintel.Execution.Tests.Fakes.PaperGiven;

namespace Superintel.Execution.Tests.Trading.Triggers;

/// <summary>Orders that end by themselves: immediate-or-cancel, at the close, good-till-date.</summary>
public sealed class OneChanceTests
{
    private static readonly ClosedBar Bar1 = Bar(Ko, 41m, 42m, 40m, 41.5m, 1000m);

    [Test]
    public void Immediate_order_takes_what_the_touch_has_and_the_rest_is_canceled()
    {
        var (order, told) = Play(At(Ticket()).Accepted(), Free, Told(1, askSize: 60m), Told(2));

        Assert.That(told.Parts(), Is.EqualTo(new[] { (60m, 40.1m) }));
        Assert.That((told[1], order.Status), Is.EqualTo((
            new BrokerEvent.Canceled(order.Ticket.ClientOrderId, Start.AddSeconds(1), "What did not fill at once is canceled."),
            BrokerOrderStatus.Canceled)));
    }

    [Test]
    public void Immediate_order_that_fills_at_once_is_filled() =>
        Assert.That(Play(At(Ticket()).Accepted(), Free, Told(1)).Order.Status, Is.EqualTo(BrokerOrderStatus.Filled));

    [Test]
    public void Immediate_limit_order_beyond_the_touch_is_canceled_at_the_first_quote_in_time()
    {
        var options = Free with { Latency = "fixed", LatencyMilliseconds = 1_500 };
        var (_, told) = Play(At(Ticket(limit: 40m)).Accepted(), options, Told(1), Told(2), Told(3, ask: 39.9m, bid: 39m));

        Assert.That(told.Select(one => (one.GetType(), one.At)), Is.EqualTo(new[] { (typeof(BrokerEvent.Canceled), Start.AddSeconds(2)) }));
    }

    [TestCase(41.2, true, TestName = "Immediate_limit_order_that_the_open_is_within_fills")]
    [TestCase(40.5, false, TestName = "Immediate_limit_order_does_not_wait_for_the_low_of_its_bar")]
    public void Immediate_limit(decimal limit, bool isFilled)
    {
        var (order, told) = Play(At(Ticket(limit: limit)).Accepted(), Free, Bar1, Bar1);

        Assert.That((told.Count, order.Status), Is.EqualTo((1, isFilled ? BrokerOrderStatus.Filled : BrokerOrderStatus.Canceled)));
    }

    [Test]
    public void Immediate_order_takes_the_bar_s_part_and_the_rest_is_canceled()
    {
        var options = Free with { Fills = "volume-share", VolumeShare = 0.04m };
        var (order, told) = Play(At(Ticket()).Accepted(), options, Bar1, Bar1);

        Assert.That((told.Count, order.Status), Is.EqualTo((2, BrokerOrderStatus.Canceled)));
        Assert.That(told.Parts(), Is.EqualTo(new[] { (40m, 41m) }));
    }

    [Test]
    public void Immediate_stop_waits_and_has_its_chance_when_it_is_triggered()
    {
        var options = Free with { Fills = "volume-share", VolumeShare = 0.04m };
        var (order, told) = Play(At(Stop(Side.Buy, 41.8m)).Accepted(), options, Bar(Ko, 41m, 41m, 40m, 41m, 1000m), Bar1, Bar1);

        Assert.That((told.Count, order.Status), Is.EqualTo((2, BrokerOrderStatus.Canceled)));
        Assert.That(told.Parts(), Is.EqualTo(new[] { (40m, 41.8m) }));
    }

    [TestCase(Side.Buy, null, 41.5)]
    [TestCase(Side.Sell, null, 41.5)]
    [TestCase(Side.Buy, 41.6, 41.5)]
    [TestCase(Side.Sell, 41.4, 41.5)]
    [TestCase(Side.Buy, 41.4, null)]
    [TestCase(Side.Sell, 41.6, null)]
    public void Order_at_the_close_has_the_close_of_the_day_s_bar_or_expires(Side side, decimal? limit, decimal? expected)
    {
        var (order, told) = Play(AtClose(side, limit).Accepted(), Free, Bar1, Bar(Ko, 41m, 41m, 41m, 41m));

        Assert.That(told.Parts().Select(part => (decimal?)part.Price).SingleOrDefault(), Is.EqualTo(expected));
        Assert.That(order.Status, Is.EqualTo(expected is null ? BrokerOrderStatus.Expired : BrokerOrderStatus.Filled));
    }

    [Test]
    public void Order_at_the_close_pays_slippage_up_to_its_limit() => Assert.That(
        Play(AtClose(Side.Buy, 41.6m).Accepted(), Free with { Slippage = "basis-points", SlippageBps = 100m }, Bar1).Told.Parts(),
        Is.EqualTo(new[] { (100m, 41.6m) }));

    [Test]
    public void Order_at_the_close_is_refused_where_nothing_says_when_the_session_closes()
    {
        var models = PaperModels.From(Free);
        var minute = PaperMatching.Match(
            AtClose(Side.Buy).Accepted(), Bar1, new BarInterval(TimeSpan.FromMinutes(5)), Start.AddMinutes(5), models);
        var quote = Play(AtClose(Side.Buy).Accepted(), Free, Told(1));

        Assert.That(((BrokerEvent.Rejected)minute.Happened!).Code, Is.EqualTo("session-unknown"));
        Assert.That(((BrokerEvent.Rejected)quote.Told.Single()).Code, Is.EqualTo("session-unknown"));
        Assert.That((minute.Order.Status, quote.Order.Status), Is.EqualTo((BrokerOrderStatus.Rejected, BrokerOrderStatus.Rejected)));
    }

    [TestCase(24, true, TestName = "Good_till_date_order_fills_by_the_bar_that_ends_at_its_date")]
    [TestCase(23, false, TestName = "Good_till_date_order_does_not_fill_by_a_bar_that_ends_behind_its_date")]
    public void Good_till_date(int hours, bool isFilled)
    {
        var date = Start.AddHours(hours);
        var (_, told) = Play(Until(date).Accepted(), Free, Bar1);

        Assert.That((told.Single() is BrokerEvent.Filled, told.Single().At), Is.EqualTo((isFilled, date)));
    }

    [TestCase(1, true)]
    [TestCase(2, true)]
    [TestCase(2.1, false)]
    public void Good_till_date_order_has_no_quote_behind_its_date(double second, bool isFilled)
    {
        var (order, _) = Play(Until(Start.AddSeconds(2)).Accepted(), Free, Told(second));

        Assert.That(order.Status, Is.EqualTo(isFilled ? BrokerOrderStatus.Filled : BrokerOrderStatus.Expired));
    }

    private static OrderTicket At(OrderTicket ticket) => ticket with { TimeInForce = TimeInForce.ImmediateOrCancel };

    private static OrderTicket Until(DateTimeOffset date) =>
        Ticket() with { TimeInForce = TimeInForce.GoodTillDate, GoodTillDate = date };
}
