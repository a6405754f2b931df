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

    [FsCheck.NUnit.Property]
    public Property Vpin_lies_between_zero_and_one(int seed)
    {
        var random = new Random(seed);
        var trades = Enumerable.Range(0, 400).Select(_ => new TradePrint(random.Next(1, 400) / 10m, random.Next(2) == 0));
        return (TradeFlow.Of(7.5m).Add(trades).Vpin is >= 0m and <= 1m).ToProperty();
    }
}
