using Superintel.Contracts.Events.V1;

namespace Superintel.Risk.Tests.Portfolio;

public sealed class MarkToMarketTests
{
    [Test]
    public void Portfolio_is_valued_at_the_closes_of_the_slice()
    {
        var desk = new Desk();
        desk.Hold("d0", quantity: 100);
        var (a, b) = (Market.Price("AAA", 130), Market.Price("BBB", 130));
        desk.Close(131, ("AAA.XNYS", a + 2m), ("BBB.XNYS", b + 1m));
        var valued = desk.Events.Of<PortfolioValued>()[^1];
        Assert.Multiple(() =>
        {
            Assert.That(valued.NetAssetValue, Is.EqualTo(1_000_100m));
            Assert.That(valued.UnrealizedPnl, Is.EqualTo(100m));
            Assert.That(valued.GrossExposure, Is.EqualTo(100m * (a + 2m) + 100m * (b + 1m)));
            Assert.That(valued.NetExposure, Is.EqualTo(100m * (a + 2m) - 100m * (b + 1m)));
            Assert.That(valued.OpenPositions, Is.EqualTo(2));
        });
    }

    [Test]
    public void Drawdown_is_measured_from_the_peak()
    {
        var desk = new Desk();
        desk.Hold("d0", quantity: 900);
        var a = Market.Price("AAA", 130);
        desk.Close(131, ("AAA.XNYS", a + 10m), ("BBB.XNYS", Market.Price("BBB", 130)));
        desk.Close(132, ("AAA.XNYS", a - 10m), ("BBB.XNYS", Market.Price("BBB", 130)));
        Assert.That(desk.Events.Of<PortfolioValued>()[^1].Drawdown, Is.EqualTo(18_000.0 / 1_009_000.0).Within(1e-12));
    }

    [Test]
    public void Slice_that_moves_nothing_held_on_the_same_day_is_not_told_again()
    {
        var desk = new Desk();
        var told = desk.Events.Of<PortfolioValued>().Count;
        desk.CloseOnly(desk.Now.AddHours(1), ("EEE.XNYS", 30m));
        desk.CloseOnly(desk.Now.AddHours(1), ("EEE.XNYS", 31m));
        Assert.That(desk.Events.Of<PortfolioValued>(), Has.Count.EqualTo(told + 1), "only the first of a new day");
    }

    [Test]
    public void Portfolio_with_something_unpriced_is_not_valued_at_half()
    {
        var desk = new Desk();
        var told = desk.Events.Of<PortfolioValued>().Count;
        Desk.Tell(
            new OrderFilled(
                "PAPER", "SIM", "x1", "o", "d", Desk.Pair, 0, "NEW.XNYS", "buy", 10m, 5m, "USD", 0m, "USD", 0m, 10m, 0m, desk.Now),
            desk.Risk.OrderFilled);
        desk.Close(131);
        Assert.That(desk.Events.Of<PortfolioValued>(), Has.Count.EqualTo(told));
    }

    [Test]
    public void Report_tells_the_portfolio_as_it_is_now()
    {
        var desk = new Desk();
        desk.Hold("d0", quantity: 100);
        var report = Desk.Done(desk.Risk.DescribePortfolio.Report(CancellationToken.None))!;
        Assert.Multiple(() =>
        {
            Assert.That(report.Value.NetAssetValue, Is.EqualTo(1_000_000m));
            Assert.That(report.Value.OpenPositions, Is.EqualTo(2));
            Assert.That(report.Cvar95, Is.GreaterThan(0));
            Assert.That(report.AsOf, Is.EqualTo(desk.Now));
        });
    }
}
