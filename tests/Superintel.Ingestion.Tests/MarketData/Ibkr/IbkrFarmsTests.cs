using Superintel.Ingestion.Service.Adapters.MarketData.Ibkr;
using Superintel.TestKit;

namespace Superintel.Ingestion.Tests.MarketData.Ibkr;

public sealed class IbkrFarmsTests
{
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(5);
    private readonly SettableClock clock = new(new DateTimeOffset(2026, 7, 1, 15, 0, 0, TimeSpan.Zero));

    [TestCase(2103, 2104)]
    [TestCase(2105, 2106)]
    [TestCase(2157, 2158)]
    public void Farm_that_stays_away_is_told_of_once_and_again_when_it_goes_again(int gone, int back)
    {
        var farms = Farms();
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
        var farms = Farms();
        farms.Heard(2103, "Market data farm connection is broken:usfarm");
        farms.Heard(2105, "HMDS data farm connection is broken:ushmds");
        farms.Heard(2104, "Market data farm connection is OK:usfarm");
        clock.Advance(IbkrFarms.Patience);
        Assert.That(farms.Overdue(), Is.EqualTo(new[] { "history:ushmds" }));
    }

    [TestCase(2103, "Market data farm connection is broken:usfarm", 2104, "Market data farm connection is OK:usfarm")]
    [TestCase(2105, "HMDS data farm connection is broken:ushmds", 2106, "HMDS data farm connection is OK:ushmds")]
    [TestCase(2119, "Market data farm is connecting:usfarm.nj", 2104, "Market data farm connection is OK:usfarm.nj")]
    [TestCase(2105, "HMDS data farm connection is broken:ushmds",
        2107, "HMDS data farm connection is inactive but should be available upon demand.ushmds")]
    [TestCase(2103, "Market data farm connection is broken:usfarm.nj",
        2108, "Market data farm connection is inactive but should be available upon demand.usfarm.nj")]
    [TestCase(2103, "Market data farm connection is broken:usfarm.nj", 1102,
        "Connectivity between IB and Trader Workstation has been restored - data maintained. The following farms are connected: "
        + "usfarm.nj; ushmds. The following farms are not connected: usfuture.")]
    [TestCase(2105, "HMDS data farm connection is broken:ushmds", 1101,
        "Connectivity between IBKR and Trader Workstation has been restored - data lost. All data farms are connected: usfarm; ushmds.")]
    public void Farm_is_away_at_once_and_back_when_it_was_well_for_a_while(int gone, string words, int back, string others)
    {
        var farms = Farms();
        farms.Heard(gone, words);
        Assert.That((farms.IsAway, farms.Returns), Is.EqualTo((true, 0)));
        farms.Heard(back, others);
        Assert.That((farms.IsAway, farms.Returns), Is.EqualTo((true, 1)), "it may go again");
        clock.Advance(Calm);
        Assert.That(farms.IsAway, Is.False);
    }

    [Test]
    public void Farms_that_come_and_go_are_away_until_all_stay()
    {
        var farms = Farms();
        for (var flap = 0; flap < 5; flap++)
        {
            farms.Heard(2103, "Market data farm connection is broken:usfarm");
            farms.Heard(2105, "HMDS data farm connection is broken:ushmds");
            farms.Heard(2104, "Market data farm connection is OK:usfarm");
            clock.Advance(TimeSpan.FromMinutes(1));
            Assert.That(farms.IsAway, "history is still missed");
            farms.Heard(2106, "HMDS data farm connection is OK:ushmds");
            clock.Advance(Calm / 2);
            Assert.That(farms.IsAway, "not for long");
        }
        clock.Advance(Calm / 2);
        Assert.That((farms.IsAway, farms.Returns), Is.EqualTo((false, 5)));
    }

    [TestCase(1102, "Connectivity restored. The following farms are connected: secdefil. The following farms are not connected: usfarm.")]
    [TestCase(1102, "Connectivity has been restored - data maintained.")]
    [TestCase(2106, "HMDS data farm connection is OK:usfarm")]
    [TestCase(2119, "Market data farm is connecting:usfarm")]
    public void Farm_stays_away_until_it_is_named_as_there(int code, string words)
    {
        var farms = Farms();
        farms.Heard(2103, "Market data farm connection is broken:usfarm");
        farms.Heard(code, words);
        clock.Advance(Calm);
        Assert.That((farms.IsAway, farms.Returns), Is.EqualTo((true, 0)));
    }

    [TestCase(2157, "Sec-def data farm connection is broken:secdefil", Description = "contracts, not bars")]
    [TestCase(2103, "Market data farm connection is broken:eufarm", Description = "another market's")]
    [TestCase(2107, "HMDS data farm connection is inactive but should be available upon demand.ushmds")]
    public void Farm_that_does_not_give_the_bars_is_not_missed(int code, string words)
    {
        var farms = new IbkrFarms(clock, ["usfarm", "ushmds"], Calm);
        farms.Heard(code, words);
        Assert.That(farms.IsAway, Is.False);
    }

    private IbkrFarms Farms() => new(clock, [], Calm);
}
