using Microsoft.Extensions.Logging.Abstractions;
using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.Service.Adapters.MarketData.Ibkr;
using Superintel.Ingestion.Service.Adapters.MarketData.Live;
using Superintel.Ingestion.Tests.MarketData.Live;
using Superintel.Kernel;
using Superintel.TestKit;
using Superintel.Venue.Ibkr.Session;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;
using Superintel.VenueSimulator.Ibkr;

namespace Superintel.Ingestion.Tests.MarketData.Ibkr;

/// <summary>The feed of IBKR against the simulated TWS, over its socket; the time is the test's.</summary>
internal sealed class IbkrFeedTests : IbkrFeedFixture
{
    [Test]
    public async Task Contracts_become_instruments()
    {
        await using var session = await Source.Open(CancellationToken.None);
        var listed = session.Instruments[0];
        Assert.That((listed.Id, listed.AssetClass, listed.Currency.Code), Is.EqualTo((Ko, AssetClass.Equity, "USD")));
        Assert.That((listed.LotSize, listed.TickSize, listed.Tradable), Is.EqualTo((1m, 0.01m, true)));
        Assert.That(listed.Name, Is.EqualTo("COCA-COLA CO/THE"));
    }

    [Test]
    public void Contract_that_nobody_has_is_an_error()
    {
        var options = new IbkrFeedOptions
        {
            Gateway = new TwsOptions { Port = Server.Port, ClientId = 17 },
            Instruments = new SortedDictionary<string, IbkrInstrument> { ["NONE.NYSE"] = new() { Symbol = "NONE" } },
        };
        Assert.That(
            async () => await new IbkrSource(options, new LiveClock(Clock), NullLogger<IbkrSource>.Instance).Open(CancellationToken.None),
            Throws.InstanceOf<TwsException>().With.Property("VenueCode").EqualTo(200));
    }

    [Test]
    public async Task Minutes_close_as_slices()
    {
        await Follow();
        Slice[] slices = [];
        for (var minute = 1; minute <= 3; minute++)
        {
            await Move(minutes: 1);
            slices = await Closed(minute); // a bar that is heard late would be past
        }
        Assert.That(slices.Select(slice => slice.Position.ClosedAt), Is.EqualTo(Enumerable.Range(1, 3).Select(At)));
        Assert.That(slices.Select(slice => slice.Candidates.Count), Is.All.EqualTo(2));
    }

    [TestCase(1101)]
    [TestCase(1102)]
    public async Task Minutes_that_an_outage_hid_come_as_past(int restored)
    {
        await Follow();
        await Move(minutes: 1);
        await Closed(1);
        Server.Announce(1100, "Connectivity between IB and Trader Workstation has been lost.");
        await Move(minutes: 4);
        Server.Announce(restored, "Connectivity between IB and Trader Workstation has been restored.");
        await Past(5);
        await Move(minutes: 2);
        await Eventually.True(() => Times(Ko).Max() >= At(7), "the minutes go on");
        Assert.That(Times(Ko).Order(), Is.EqualTo(Enumerable.Range(1, 7).Select(At)));
    }

    [Test]
    public async Task Minutes_of_a_lost_connection_come_as_past_of_the_next()
    {
        await Follow();
        await Move(minutes: 1);
        await Closed(1);
        Server.DropAll();
        await Feed.Following.WaitAsync(TimeSpan.FromSeconds(60));
        await Move(minutes: 4);
        await Follow();
        await Past(5);
        Assert.That(Times(Pep).Distinct().Order(), Is.EqualTo(Enumerable.Range(1, 5).Select(At)));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public async Task Outages_and_lost_connections_at_any_minute_leave_no_hole(int seed)
    {
        const int minutes = 12;
        var random = new Random(seed);
        await Follow();
        for (var minute = 1; minute <= minutes; minute++)
        {
            var accident = random.Next(6);
            if (accident == 0) Server.Announce(1100, "Connectivity between IB and Trader Workstation has been lost.");
            if (accident == 2) Server.LoseFarm(says: minute % 2 == 0);
            await Move(minutes: 1);
            if (accident == 2) Server.RegainFarm();
            if (accident == 0) Server.Announce(random.Next(2) == 0 ? 1101 : 1102, "Connectivity has been restored.");
            if (accident != 1) continue;
            Server.DropAll();
            await Feed.Following.WaitAsync(TimeSpan.FromSeconds(60));
            await Follow();
        }
        Server.DropAll();
        await Feed.Following.WaitAsync(TimeSpan.FromSeconds(60));
        await Follow();
        await Past(minutes);
        foreach (var id in new[] { Ko, Pep }) Assert.That(Times(id).Order(), Is.EqualTo(Enumerable.Range(1, minutes).Select(At)));
    }

    [Test]
    public async Task Long_past_is_asked_for_in_stretches()
    {
        await using var session = await Source.Open(CancellationToken.None);
        var past = await session.Past(Ko, BarInterval.Parse("30m"), Start.AddDays(-60), CancellationToken.None);
        Assert.That(past.Failure, Is.Null);
        Assert.That(past.Bars.Min(bar => bar.ClosedAt), Is.LessThanOrEqualTo(Start.AddDays(-60).AddMinutes(30)));
        var times = past.Bars.Select(bar => bar.ClosedAt).Distinct().Order().ToArray();
        Assert.That(times.Zip(times.Skip(1), (a, b) => b - a), Is.All.EqualTo(TimeSpan.FromMinutes(30)), "no hole between stretches");
    }
}
