using Superintel.Contracts.Events.V1;
using Superintel.Risk.Exposure.DescribeRisk;
using Superintel.Risk.Market.RecordVolumes;

namespace Superintel.Risk.Tests.Exposure;

/// <summary>How long the book of 100 AAA and 100 BBB takes to sell.</summary>
public sealed class LiquidityRiskTests
{
    private Desk desk = null!;

    [SetUp]
    public void Hold()
    {
        desk = new Desk();
        desk.Hold(quantity: 100);
    }

    [Test]
    public void Book_that_is_sold_within_a_day_has_the_risk_of_a_day()
    {
        Traded(1, 10_000m, 10_000m);
        var report = desk.Describe();
        Assert.Multiple(() =>
        {
            Assert.That(report.Liquidity.Days, Is.EqualTo(1));
            Assert.That(report.Liquidity.Cvar95, Is.EqualTo(report.Cvar95).Within(1e-15));
            Assert.That(report.Liquidity.Var99, Is.EqualTo(report.Var99).Within(1e-15));
            Assert.That(report.Assets.Select(asset => asset.Liquidity.Cvar95), Is.EqualTo(report.Assets.Select(asset => asset.Cvar95)));
        });
    }

    [Test]
    public void Position_of_more_than_a_days_share_carries_its_risk_until_it_is_gone()
    {
        Traded(3, 600m, 10_000m);
        Traded(2, 400m, 10_000m);
        var report = desk.Describe();
        var slow = report.Assets[0].Liquidity;
        Assert.Multiple(() =>
        {
            Assert.That((slow.DailyVolume, slow.VolumeDays), Is.EqualTo((500m, 2)));
            Assert.That(slow.Horizon!.Value.Days, Is.EqualTo(2).Within(1e-12), "100 units at a tenth of 500 a day");
            Assert.That(slow.Cvar95, Is.EqualTo(Math.Sqrt(1.25) * report.Assets[0].Cvar95!.Value).Within(1e-12));
            Assert.That(report.Liquidity.Days, Is.EqualTo(2).Within(1e-12), "the slowest is the book's");
            Assert.That(report.Liquidity.Cvar95, Is.Not.EqualTo(report.Cvar95));
            Assert.That(report.Liquidity.Cvar99, Is.GreaterThanOrEqualTo(report.Liquidity.Var99!.Value));
        });
    }

    [TestCase(null, "volume-unknown")]
    [TestCase(0, "not-traded")]
    public void Volume_that_is_unknown_or_none_is_said_and_leaves_the_book_unknown(int? volume, string code)
    {
        Traded(1, volume, 10_000m);
        var report = desk.Describe();
        Assert.Multiple(() =>
        {
            Assert.That(report.Assets[0].Liquidity.Code, Is.EqualTo(code));
            Assert.That((object?[])[report.Assets[0].Liquidity.Horizon, report.Assets[0].Liquidity.Cvar95], Is.All.Null);
            Assert.That(report.Assets[1].Liquidity.Code, Is.Null);
            Assert.That(report.Liquidity.Unknown.Select(id => id.ToString()), Is.EqualTo(new[] { "AAA.XNYS" }));
            Assert.That((report.Liquidity.Days, report.Liquidity.Cvar95), Is.EqualTo(((double?)null, (double?)null)));
        });
    }

    [Test]
    public void Day_that_still_runs_and_days_of_long_ago_are_not_averaged()
    {
        Traded(60, 10_000m, 10_000m);
        Traded(0, 10_000m, 10_000m);
        Assert.That(desk.Describe().Liquidity.Unknown, Has.Length.EqualTo(2));
    }

    [Test]
    public void Book_of_nothing_is_sold_at_once()
    {
        var nothing = new Desk().Describe().Liquidity;
        Assert.That((nothing.Days, nothing.Cvar95, nothing.Unknown.Length), Is.EqualTo(((double?)0, (double?)0, 0)));
    }

    // The clock stands at midnight: a day ago is the day that just ended.
    private void Traded(int daysAgo, decimal? a, decimal? b) => Desk.Tell(
        new BarClosed("volumes", "1d", desk.Now.AddDays(1 - daysAgo), true, [Bar("AAA.XNYS", a), Bar("BBB.XNYS", b)]),
        [new RecordVolumes(desk.Risk.Volumes)]);

    private static ClosedBar Bar(string id, decimal? volume) => new(id, 50m, 50m, 50m, 50m, volume, true);
}
