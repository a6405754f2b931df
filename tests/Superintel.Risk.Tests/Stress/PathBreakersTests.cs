using Superintel.Contracts.Events.V1;
using Superintel.Risk.Breakers;
using Superintel.Risk.Limits;
using Superintel.Risk.Stress.Chaos;

namespace Superintel.Risk.Tests.Stress;

/// <summary>A path of the simulation against a desk that lives through the same days.</summary>
public sealed class PathBreakersTests
{
    [Test]
    public void Path_opens_what_the_desk_opens_on_the_same_day()
    {
        var seen = new SortedSet<BreakerTier>();
        for (var seed = 1; seed <= 25; seed++) Live(seed, seen);
        Assert.That(seen, Is.EquivalentTo(Enum.GetValues<BreakerTier>()), "the days were wild enough to tell anything");
    }

    private static void Live(int seed, SortedSet<BreakerTier> seen)
    {
        var (desk, random) = (new Desk(), new Random(seed));
        desk.Hold(quantity: 900);
        // So that prices that may happen reach every tier.
        desk.SetLimit(LimitCatalogue.Drawdown, 0.01);
        desk.SetLimit(LimitCatalogue.DailyLoss, 0.003);
        var book = Desk.Done(desk.Risk.GatherBook.Own(CancellationToken.None)).Book!;
        var path = new PathBreakers(book.Mark, book.Limits);
        path.Begin();
        var (price, before) = (Market.Price("AAA", 130), book.NetAssetValue);
        for (var step = 1; step <= 60; step++)
        {
            price = Math.Max(1m, decimal.Round(price * (1m + (decimal)((random.NextDouble() - 0.52) * 0.2)), 4));
            desk.Close(130 + step, ("AAA.XNYS", price), ("BBB.XNYS", Market.Price("BBB", 130)));
            var now = desk.Events.Of<PortfolioValued>()[^1].NetAssetValue;
            path.Observe(step, (double)before, (double)now);
            before = now;
            Assert.That(path.Tier, Is.EqualTo(Furthest(desk)), $"seed {seed}, step {step}");
            seen.Add(path.Tier);
        }
    }

    private static BreakerTier Furthest(Desk desk) =>
        Desk.Done(desk.Risk.Breakers.All(CancellationToken.None)).Select(one => one.Tier).Append(BreakerTier.Closed).Max();
}
