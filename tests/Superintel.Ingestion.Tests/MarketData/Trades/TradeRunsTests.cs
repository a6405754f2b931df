using FsCheck;
using FsCheck.Fluent;
using Superintel.Ingestion.MarketData.Trades;

namespace Superintel.Ingestion.Tests.MarketData.Trades;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class TradeRunsTests
{
    private readonly TradeRuns runs = new();

    [Test]
    public void Neighbours_of_one_side_become_one()
    {
        foreach (var (quantity, share) in new[] { (1m, 1m), (2m, 1m), (3m, 0m), (4m, 0.5m), (5m, 0.5m) })
            runs.Add(new MarketTrade(quantity, share));
        Assert.That(runs.Take(), Is.EqualTo(new MarketTrade[] { new(3m, 1m), new(3m, 0m), new(9m, 0.5m) }));
        Assert.That((runs.IsEmpty, runs.Take().Count), Is.EqualTo((true, 0)));
    }

    [Test]
    public void Nothing_traded_is_no_trade()
    {
        runs.Add(new MarketTrade(0m, 1m));
        Assert.That(runs.IsEmpty);
    }

    [Test]
    public void When_nobody_takes_them_the_oldest_go()
    {
        for (var i = 0; i < TradeRuns.Most + 3; i++) runs.Add(new MarketTrade(i + 1, i % 2));
        Assert.That(runs.Dropped, Is.EqualTo(3));
        var left = runs.Take();
        Assert.That((left.Count, left[0].Quantity), Is.EqualTo((TradeRuns.Most, 4m)));
    }

    [FsCheck.NUnit.Property]
    public Property Volume_of_each_side_is_kept(int seed)
    {
        var random = new Random(seed);
        var runs = new TradeRuns();
        MarketTrade[] trades = [.. Enumerable.Range(0, 300).Select(_ => new MarketTrade(random.Next(1, 50) / 10m, random.Next(2)))];
        foreach (var trade in trades) runs.Add(trade);
        var taken = runs.Take();
        return (Bought(taken) == Bought(trades) && Sold(taken) == Sold(trades)).ToProperty();
    }

    private static decimal Bought(IEnumerable<MarketTrade> trades) => trades.Sum(trade => trade.Quantity * trade.BuyShare);

    private static decimal Sold(IEnumerable<MarketTrade> trades) => trades.Sum(trade => trade.Quantity * (1m - trade.BuyShare));
}
