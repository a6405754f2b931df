using Superintel.Ingestion.Service.Adapters.MarketData.Ibkr;
using Superintel.TestKit;

namespace Superintel.Ingestion.Tests.MarketData.Ibkr;

public sealed class IbkrFarmsTests
{
    private readonly SettableClock clock = new(new DateTimeOffset(2026, 7, 1, 15, 0, 0, TimeSpan.Zero));

    [TestCase(2103, 2104)]
    [TestCase(2105, 2106)]
    [TestCase(2157, 2158)]
    public void Farm_that_stays_away_is_told_of_once_and_again_when_it_goes_again(int gone, int back)
    {
        var farms = new IbkrFarms(clock);
        farms.Heard(gone, "the farm is broken:usfarm");
        Assert.That(farms.Overdue(), Is.Empty, "at once");
        clock.Advance(IbkrFarms.Patience);
        Assert.That(farms.Overdue(), Has.Count.EqualTo(1).And.Some.EndsWith(":usfarm"));
        Assert.That(farms.Overdue(), Is.Empty, "once");
        farms.Heard(back, "the farm is OK:usfarm");
        farms.Heard(gone, "the farm is broken:usfarm");
        clock.Advance(IbkrFarms.Patience);
        Assert.That(farms.Overdue(), Has.Count.EqualTo(1), "again");
    }

    [Test]
    public void Farm_that_comes_back_in_time_is_not_told_of()
    {
        var farms = new IbkrFarms(clock);
        farms.Heard(2103, "Market data farm connection is broken:usfarm");
        farms.Heard(2105, "HMDS data farm connection is broken:ushmds");
        farms.Heard(2104, "Market data farm connection is OK:usfarm");
        clock.Advance(IbkrFarms.Patience);
        Assert.That(farms.Overdue(), Is.EqualTo(new[] { "history:ushmds" }));
    }
}
