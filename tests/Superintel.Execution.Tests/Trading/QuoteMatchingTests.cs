using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Paper;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;
using static Superintel.Execution.Tests.Fakes.PaperGiven;

namespace Superintel.Execution.Tests.Trading;

/// <summary>Hand-computed scenarios of the paper venue at quotes.</summary>
public sealed class QuoteMatchingTests
{
    [TestCase(Side.Buy, 40.1)]
    [TestCase(Side.Sell, 40)]
    public void Market_order_takes_the_touch(Side side, decimal expected) => Assert.That(Price(Order(side)), Is.EqualTo(expected));

    [TestCase(Side.Buy, 40.10802)]
    [TestCase(Side.Sell, 39.992)]
    public void Basis_point_slippage_is_against_the_order(Side side, decimal expected) =>
        Assert.That(Price(Order(side), Free with { Slippage = "basis-points", SlippageBps = 2m }), Is.EqualTo(expected));

    [TestCase(Side.Buy, 40.15)]
    [TestCase(Side.Sell, 39.95)]
    public void Range_share_slippage_is_a_part_of_the_spread(Side side, decimal expected) =>
        Assert.That(Price(Order(side), Free with { Slippage = "range-share", SlippageRangeShare = 0.5m }), Is.EqualTo(expected));

    [TestCase(Side.Buy, 40.09, null)]
    [TestCase(Side.Buy, 40.1, 40.1)]
    [TestCase(Side.Buy, 41, 40.1)]
    [TestCase(Side.Sell, 40.01, null)]
    [TestCase(Side.Sell, 40, 40)]
    [TestCase(Side.Sell, 39, 40)]
    public void Limit_order_fills_when_the_touch_is_within_it(Side side, decimal limit, decimal? expected) =>
        Assert.That(Price(Order(side, limit)), Is.EqualTo(expected));

    [Test]
    public void Limit_order_never_pays_slippage_beyond_its_limit() => Assert.That(
        Price(Order(Side.Buy, 40.102m), Free with { Slippage = "basis-points", SlippageBps = 50m }), Is.EqualTo(40.102m));

    [TestCase("whole", 70)]
    [TestCase("volume-share", 17)]
    public void Fill_is_no_more_than_what_the_model_takes_of_the_touch(string model, decimal expected)
    {
        var options = Free with { Fills = model, VolumeShare = 0.25m };

        Assert.That(Fill(Order(), Told(1, askSize: 70.5m), options)!.Quantity.Value, Is.EqualTo(expected));
    }

    [Test]
    public void Commission_is_of_what_was_taken()
    {
        var fill = Fill(Order(), Told(1, askSize: 10m), Free with { Fees = "basis-points", FeeBps = 10m })!;

        Assert.That(fill.Commission, Is.EqualTo(new Money(0.401m, Currency.Usd)));
    }

    [TestCase("none", 0.001, true)]
    [TestCase("fixed", 0.25, false)]
    [TestCase("fixed", 0.251, true)]
    public void Latency_is_the_time_from_acceptance_to_the_first_quote_that_counts(string latency, double second, bool isFilled)
    {
        var options = Free with { Latency = latency, LatencyMilliseconds = 250 };

        Assert.That(Fill(Order(), Told(second), options) is not null, Is.EqualTo(isFilled));
    }

    [Test]
    public void Random_latency_is_the_same_for_the_same_order_and_within_its_bound()
    {
        var model = PaperModels.From(Free with { Latency = "random", LatencyMilliseconds = 200, Seed = 3 }).Latency;
        var delays = Enumerable.Range(0, 50).Select(i => model.Delay(new ClientOrderId($"o{i}"))).ToArray();

        Assert.That(delays, Is.All.InRange(TimeSpan.Zero, TimeSpan.FromMilliseconds(200)));
        Assert.That(delays.Distinct().Count(), Is.GreaterThan(40));
        Assert.That(model.Delay(new ClientOrderId("o7")), Is.EqualTo(delays[7]));
    }

    [Test]
    public void Quote_of_the_moment_of_acceptance_or_before_it_changes_nothing([Values(0, -1)] int second) =>
        Assert.That(Fill(Order(), Told(second)), Is.Null);

    [Test]
    public void Quote_changes_nothing_behind_one_that_filled_the_order_beside_it()
    {
        var order = Order() with { QuotedAt = Start.AddSeconds(2) };

        Assert.That((Fill(order, Told(2)), Fill(order, Told(3))?.Price), Is.EqualTo(((BrokerEvent.Filled?)null, 40.1m)));
    }

    [Test]
    public void Day_order_that_its_day_did_not_fill_expires_with_the_next_days_quote()
    {
        var order = Order(Side.Buy, 39m, TimeInForce.Day);
        var (first, nothing) = Match(order, Told(1), Free);
        var (second, expired) = Match(first, Told(86_400, ask: 38m, bid: 37m), Free);

        Assert.That(nothing, Is.Null);
        Assert.That(expired, Is.TypeOf<BrokerEvent.Expired>());
        Assert.That(second.Status, Is.EqualTo(BrokerOrderStatus.Expired));
    }

    [TestCase(40, 1, 41, 1, true)]
    [TestCase(-2, 1, -1, 1, true)]
    [TestCase(41, 1, 41, 1, false)]
    [TestCase(42, 1, 41, 1, false)]
    [TestCase(40, 0, 41, 1, false)]
    [TestCase(40, 1, 41, 0, false)]
    public void Book_that_is_crossed_locked_or_one_sided_is_not_traded_at(
        decimal bid, decimal bidSize, decimal ask, decimal askSize, bool expected) =>
        Assert.That(Told(1, bid, ask, bidSize, askSize).IsTradable, Is.EqualTo(expected));

    private static PaperOrder Order(Side side = Side.Buy, decimal? limit = null, TimeInForce time = TimeInForce.GoodTillCancel) =>
        PaperOrder.Accept(Ticket(side, limit, time: time), Start, 0);

    private static (PaperOrder Order, BrokerEvent? Happened) Match(PaperOrder order, Quote quote, PaperOptions options) =>
        QuoteMatching.Match(order, quote, quote.Touch(order.Ticket.Side).Size, PaperModels.From(options));

    private static BrokerEvent.Filled? Fill(PaperOrder order, Quote quote, PaperOptions? options = null) =>
        (BrokerEvent.Filled?)Match(order, quote, options ?? Free).Happened;

    private static decimal? Price(PaperOrder order, PaperOptions? options = null) => Fill(order, Told(1), options)?.Price;
}
