using Superintel.Ingestion.Service.Adapters.MarketData.Live;
using Superintel.Kernel;
using Superintel.TestKit;
using Superintel.VenueSimulator.Faults;

namespace Superintel.Ingestion.Tests.MarketData.Ibkr;

/// <summary>What the feed of IBKR makes of farms that go away and come back.</summary>
internal sealed class IbkrFarmFeedTests : IbkrFeedFixture
{
    [TestCase(false, Description = "its streams are dead without a word")]
    [TestCase(true, Description = "each stream is ended with 10182")]
    public async Task Farm_that_is_away_is_doubted_at_once_and_believed_when_what_it_hid_is_known(bool says)
    {
        await Follow();
        await Move(minutes: 1);
        await Closed(1);
        Server.LoseFarm(says);
        await Doubted("farm-away");
        await Move(minutes: 4);
        Server.RegainFarm();
        await Doubted(null);
        var before = Feed.All().TakeWhile(news => news != new LiveNews.Doubted("farm-away")).Count();
        var known = Feed.All().Skip(before).TakeWhile(news => news != new LiveNews.Doubted(null)).OfType<LiveNews.Past>()
            .SelectMany(past => past.Candidates).Where(bar => bar.Instrument == Ko).Select(bar => bar.ClosedAt);
        Assert.That(known, Is.EquivalentTo(Enumerable.Range(2, 4).Select(At)), "asked for before it was believed");
        Assert.That(Feed.Following.IsCompleted, Is.False, "the session went on");

        await Move(minutes: 2);
        await Eventually.True(() => Times(Ko).Max() >= At(7), "the minutes go on");
        Assert.That(Times(Ko).Order(), Is.EqualTo(Enumerable.Range(1, 7).Select(At)));
    }

    [Test]
    public async Task Session_that_begins_while_a_farm_is_away_is_doubted_and_mends_when_it_is_back()
    {
        Server.LoseFarm();
        await Server.Told();
        await Feed.Follow(
            Source, "ibkr", new SortedDictionary<InstrumentId, DateTimeOffset> { [Ko] = At(0), [Pep] = At(0) },
            TimeSpan.FromSeconds(10), Live);
        await Doubted("farm-away");
        await Move(minutes: 3);
        Server.RegainFarm();
        await Doubted(null);
        await Past(3);
        Assert.That(Feed.All().OfType<LiveNews.Doubted>().Select(told => told.Why), Is.EqualTo(new[] { "farm-away", null }));
    }

    [TestCase(1100)]
    [TestCase(2110)]
    public async Task Gateway_without_its_venue_is_doubted_until_it_has_it_again(int lost)
    {
        await Follow();
        Server.Announce(lost, "Connectivity between Trader Workstation and server is broken.");
        await Doubted("venue-away");
        Server.Announce(1102, "Connectivity between IB and Trader Workstation has been restored - data maintained.");
        await Doubted(null);
    }

    [Test]
    public async Task Farm_that_goes_by_a_script_leaves_no_hole()
    {
        await End();
        await Begin(new FaultPlan([], [new(FaultPoint.Quote, 3, Fault.FarmAway)], 7));
        await Follow();
        await Move(minutes: 1);
        await Doubted("farm-away");
        await Move(minutes: 11);
        await Doubted(null);
        await Move(minutes: 1);
        await Eventually.True(() => Times(Ko).Max() >= At(13), "the minutes go on");
        Assert.That(Times(Ko).Order(), Is.EqualTo(Enumerable.Range(1, 13).Select(At)));
    }
}
