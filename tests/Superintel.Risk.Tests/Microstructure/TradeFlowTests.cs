using FsCheck;
using FsCheck.Fluent;
using Superintel.Risk.Microstructure;

namespace Superintel.Risk.Tests.Microstructure;

public sealed class TradeFlowTests
{
    [Test]
    public void Vpin_is_unknown_until_fifty_buckets_are_full()
    {
        var flow = TradeFlow.Of(10m).Add(Enumerable.Repeat(new TradePrint(10m, true), 49));
        Assert.That(flow.Vpin, Is.Null);
        Assert.That(flow.Add([new TradePrint(10m, true)]).Vpin, Is.EqualTo(1m));
    }

    [Test]
    public void Flow_that_is_bought_and_sold_in_turn_is_not_toxic() => Assert.That(
        TradeFlow.Of(10m).Add(Enumerable.Range(0, 100).Select(i => new TradePrint(5m, i % 2 == 0))).Vpin, Is.Zero);

    [Test]
    public void Trade_larger_than_all_buckets_fills_them_all() =>
        Assert.That(TradeFlow.Of(10m).Add([new TradePrint(1e20m, false)]).Vpin, Is.EqualTo(1m));

    [Test]
    public void Source_without_trades_has_no_vpin() =>
        Assert.That(TradeFlow.None.Add([new TradePrint(1m, true)]), Is.EqualTo(TradeFlow.None));

    [TestCase(0.5, 0)]
    [TestCase(1, 1)]
    [TestCase(0.8, 0.6)]
    public void Estimated_trade_is_one_sided_as_far_as_its_share_is_off_the_half(decimal share, decimal vpin) =>
        Assert.That(TradeFlow.Of(10m).Add([new TradePrint(1_000m, share)]).Vpin, Is.EqualTo(vpin));

    [Test]
    public void Neighbours_of_one_side_may_come_as_one()
    {
        var apart = TradeFlow.Of(10m).Add([new TradePrint(4m, true), new TradePrint(9m, true), new TradePrint(3m, 0.25m)]);
        Assert.That(TradeFlow.Of(10m).Add([new TradePrint(13m, true), new TradePrint(3m, 0.25m)]), Is.EqualTo(apart));
    }

    [TestCase(3)]
    [TestCase(40)]
    public void Buckets_of_another_size_keep_what_was_said(decimal size)
    {
        var flow = TradeFlow.Of(10m).Add(Enumerable.Range(0, 200).Select(i => new TradePrint(4m, i % 3 == 0)));
        var resized = flow.Resized(size);
        Assert.Multiple(() =>
        {
            Assert.That(resized.Vpin, Is.EqualTo(flow.Vpin).Within(1e-9m));
            Assert.That(resized.BucketVolume, Is.EqualTo(size));
            Assert.That(resized.Buys + resized.Sells, Is.AtMost(size));
            Assert.That(TradeFlow.None.Resized(size), Is.EqualTo(TradeFlow.Of(size)));
        });
    }

    [FsCheck.NUnit.Property]
    public Property Vpin_lies_between_zero_and_one(int seed)
    {
        var random = new Random(seed);
        var trades = Enumerable.Range(0, 400).Select(_ => new TradePrint(random.Next(1, 400) / 10m, random.Next(2) == 0));
        return (TradeFlow.Of(7.5m).Add(trades).Vpin is >= 0m and <= 1m).ToProperty();
    }
}
