using Superintel.Contracts.Events.V1;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Paper;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Trading;

/// <summary>Hand-computed scenarios of the paper venue.</summary>
public sealed class PaperMatchingTests
{
    private static readonly PaperOptions Free = new() { Fees = "none", Slippage = "none" };
    private static readonly ClosedBar Bar1 = Bar(Ko, 41m, 42m, 40m, 41.5m, 1000m);

    [Test]
    public void Market_order_fills_at_the_next_open() => Assert.That(Price(Order(), Bar1, 1), Is.EqualTo(41m));

    [Test]
    public void Market_order_when_the_source_has_closes_only_fills_at_the_close() =>
        Assert.That(Price(Order(), CloseOnly(Ko, 41.5m), 1), Is.EqualTo(41.5m));

    [Test]
    public void Order_is_not_filled_by_the_bar_it_was_decided_on() => Assert.That(Price(Order(), Bar1, 0), Is.Null);

    [Test]
    public void Order_that_came_within_a_bar_fills_at_its_close_never_at_an_open_of_the_past()
    {
        var late = Order() with { AcceptedAt = Start.AddHours(10) };

        Assert.That(Price(late, Bar1, 1), Is.EqualTo(41.5m));
    }

    [TestCase(Side.Buy, 41.0082)]
    [TestCase(Side.Sell, 40.9918)]
    public void Basis_point_slippage_is_against_the_order(Side side, decimal expected) =>
        Assert.That(Price(Order(side), Bar1, 1, Free with { Slippage = "basis-points", SlippageBps = 2m }), Is.EqualTo(expected));

    [TestCase(Side.Buy, 41.2)]
    [TestCase(Side.Sell, 40.8)]
    public void Range_share_slippage_is_a_part_of_the_bar(Side side, decimal expected) =>
        Assert.That(Price(Order(side), Bar1, 1, Free with { Slippage = "range-share", SlippageRangeShare = 0.1m }), Is.EqualTo(expected));

    [TestCase("none", 0)]
    [TestCase("basis-points", 0.41)]
    [TestCase("per-unit", 1)]
    public void Commission_follows_the_model(string model, decimal expected) =>
        Assert.That(Fill(Order(), Bar1, 1, Free with { Fees = model })!.Commission, Is.EqualTo(new Money(expected, Currency.Usd)));

    [Test]
    public void Volume_share_takes_whole_lots_over_several_bars()
    {
        var options = Free with { Fills = "volume-share", VolumeShare = 0.04m };
        var (order, fills) = Play(Order(), options, [Bar1, Bar1, Bar1, Bar1]);

        Assert.That(fills.Select(fill => fill.Quantity.Value), Is.EqualTo(new[] { 40m, 40m, 20m }));
        Assert.That(order.Status, Is.EqualTo(BrokerOrderStatus.Filled));
        Assert.That(fills.Select(fill => fill.ExecutionId), Is.Unique);
    }

    [Test]
    public void Random_parts_add_up_and_are_the_same_when_played_again()
    {
        var options = Free with { Fills = "random", PartialFillChance = 0.9, Seed = 7 };
        var bars = Enumerable.Repeat(Bar1, 60).ToArray();
        var (order, fills) = Play(Order(), options, bars);
        var (_, again) = Play(Order(), options, bars);

        Assert.That(fills, Has.Count.GreaterThan(1));
        Assert.That(fills.Sum(fill => fill.Quantity.Value), Is.EqualTo(100m));
        Assert.That(order.Status, Is.EqualTo(BrokerOrderStatus.Filled));
        Assert.That(again, Is.EqualTo(fills));
    }

    [Test]
    public void Latency_makes_the_order_miss_bars()
    {
        var models = PaperModels.From(Free with { Latency = "fixed", LatencyBars = 2 });
        var missing = Order() with { BarsToMiss = models.Latency.BarsMissed(new ClientOrderId("o")) };
        var (_, fills) = Play(missing, Free, [Bar1, Bar1, Bar1]);

        Assert.That(fills.Single().At, Is.EqualTo(Start.AddDays(3)));
    }

    [TestCase(Side.Buy, 40.5, 40.5, TestName = "Limit_buy_inside_the_bar_fills_at_its_limit")]
    [TestCase(Side.Buy, 41.5, 41, TestName = "Limit_buy_above_the_open_fills_at_the_open")]
    [TestCase(Side.Sell, 41.5, 41.5, TestName = "Limit_sell_inside_the_bar_fills_at_its_limit")]
    [TestCase(Side.Sell, 40.5, 41, TestName = "Limit_sell_below_the_open_fills_at_the_open")]
    public void Limit_order(Side side, decimal limit, decimal expected) =>
        Assert.That(Price(Order(side, limit), Bar1, 1), Is.EqualTo(expected));

    [TestCase(Side.Buy, 39.9)]
    [TestCase(Side.Sell, 42.1)]
    public void Limit_order_when_the_bar_does_not_reach_it_works_on(Side side, decimal limit) =>
        Assert.That(Price(Order(side, limit), Bar1, 1), Is.Null);

    [Test]
    public void Limit_order_never_pays_slippage_beyond_its_limit() =>
        Assert.That(Price(Order(Side.Buy, 41.001m), Bar1, 1, Free with { Slippage = "basis-points", SlippageBps = 50m }),
            Is.EqualTo(41.001m));

    [Test]
    public void Day_order_that_its_day_did_not_fill_expires_with_the_next()
    {
        var order = Order(Side.Buy, 39m, TimeInForce.Day);
        var (first, nothing) = Match(order, Bar1, 1, Free);
        var (second, expired) = Match(first, Bar(Ko, 38m, 38m, 38m, 38m), 2, Free);

        Assert.That(nothing, Is.Null);
        Assert.That(expired, Is.TypeOf<BrokerEvent.Expired>());
        Assert.That(second.Status, Is.EqualTo(BrokerOrderStatus.Expired));
    }

    [Test]
    public void Good_till_cancel_order_waits_for_days()
    {
        var (_, fills) = Play(Order(Side.Buy, 39m), Free, [Bar1, Bar1, Bar(Ko, 38m, 38m, 38m, 38m)]);

        Assert.That((fills.Single().Price, fills.Single().At), Is.EqualTo((38m, Start.AddDays(3))));
    }

    [TestCase("Fees", "free")]
    [TestCase("Slippage", "some")]
    [TestCase("Fills", "half")]
    [TestCase("Latency", "fast")]
    public void Unknown_model_is_refused_with_its_name(string setting, string name)
    {
        var options = setting switch
        {
            "Fees" => Free with { Fees = name },
            "Slippage" => Free with { Slippage = name },
            "Fills" => Free with { Fills = name },
            _ => Free with { Latency = name },
        };

        Assert.That(() => PaperModels.From(options), Throws.ArgumentException.With.Message.Contains(name));
    }

    private static PaperOrder Order(Side side = Side.Buy, decimal? limit = null, TimeInForce time = TimeInForce.GoodTillCancel) =>
        PaperOrder.Accept(
        new OrderTicket(
            "paper", "paper", new ClientOrderId("o1"), Pair.A, AssetClass.Equity, 1m, side, new Quantity(100m),
            limit is null ? OrderType.Market : OrderType.Limit, limit, time, Currency.Usd, Start),
        Start,
        0);

    private static (PaperOrder Order, BrokerEvent? Happened) Match(PaperOrder order, ClosedBar bar, int day, PaperOptions options) =>
        PaperMatching.Match(order, bar, BarInterval.Day, Start.AddDays(day), PaperModels.From(options));

    private static BrokerEvent.Filled? Fill(PaperOrder order, ClosedBar bar, int day, PaperOptions options) =>
        (BrokerEvent.Filled?)Match(order, bar, day, options).Happened;

    private static decimal? Price(PaperOrder order, ClosedBar bar, int day, PaperOptions? options = null) =>
        Fill(order, bar, day, options ?? Free)?.Price;

    private static (PaperOrder Order, IReadOnlyList<BrokerEvent.Filled> Fills) Play(
        PaperOrder order, PaperOptions options, ClosedBar[] bars)
    {
        var fills = new List<BrokerEvent.Filled>();
        for (var day = 0; day < bars.Length; day++)
        {
            (order, var happened) = Match(order, bars[day], day + 1, options);
            if (happened is BrokerEvent.Filled fill) fills.Add(fill);
        }
        return (order, fills);
    }
}
