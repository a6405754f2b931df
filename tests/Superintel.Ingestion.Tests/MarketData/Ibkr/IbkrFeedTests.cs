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
public sealed class IbkrFeedTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 15, 0, 20, TimeSpan.Zero);
    private static readonly InstrumentId Ko = InstrumentId.Parse("KO.NYSE");
    private static readonly InstrumentId Pep = InstrumentId.Parse("PEP.NASDAQ");
    private SettableClock clock = null!;
    private LiveClock live = null!;
    private IbkrServer server = null!;
    private IbkrSource source = null!;
    private FollowedFeed feed = null!;

    [SetUp]
    public async Task Begin()
    {
        (clock, feed) = (new SettableClock(Start), new FollowedFeed());
        server = new IbkrServer(new SimulatorOptions(0, 7, FaultPlan.None, TimeSpan.Zero), clock);
        var address = await server.Start(CancellationToken.None);
        source = new IbkrSource(
            new IbkrFeedOptions
            {
                Gateway = new TwsOptions { Port = address.Port, ClientId = 17 },
                Instruments = new SortedDictionary<string, IbkrInstrument>
                {
                    ["KO.NYSE"] = new() { Symbol = "KO", PrimaryExchange = "NYSE" }, ["PEP.NASDAQ"] = new() { ConId = 11017 },
                },
            },
            live = new LiveClock(clock),
            NullLogger<IbkrSource>.Instance);
    }

    [TearDown]
    public async Task End()
    {
        await feed.DisposeAsync();
        await server.DisposeAsync();
    }

    [Test]
    public async Task Contracts_become_instruments()
    {
        await using var session = await source.Open(CancellationToken.None);
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
            Gateway = new TwsOptions { Port = server.Port, ClientId = 17 },
            Instruments = new SortedDictionary<string, IbkrInstrument> { ["NONE.NYSE"] = new() { Symbol = "NONE" } },
        };
        Assert.That(
            async () => await new IbkrSource(options, new LiveClock(clock), NullLogger<IbkrSource>.Instance).Open(CancellationToken.None),
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
        server.Announce(1100, "Connectivity between IB and Trader Workstation has been lost.");
        await Move(minutes: 4);
        server.Announce(restored, "Connectivity between IB and Trader Workstation has been restored.");
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
        server.DropAll();
        await feed.Following.WaitAsync(TimeSpan.FromSeconds(60));
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
            if (accident == 0) server.Announce(1100, "Connectivity between IB and Trader Workstation has been lost.");
            await Move(minutes: 1);
            if (accident == 0) server.Announce(random.Next(2) == 0 ? 1101 : 1102, "Connectivity has been restored.");
            if (accident != 1) continue;
            server.DropAll();
            await feed.Following.WaitAsync(TimeSpan.FromSeconds(60));
            await Follow();
        }
        server.DropAll();
        await feed.Following.WaitAsync(TimeSpan.FromSeconds(60));
        await Follow();
        await Past(minutes);
        foreach (var id in new[] { Ko, Pep }) Assert.That(Times(id).Order(), Is.EqualTo(Enumerable.Range(1, minutes).Select(At)));
    }

    [Test]
    public async Task Long_past_is_asked_for_in_stretches()
    {
        await using var session = await source.Open(CancellationToken.None);
        var past = await session.Past(Ko, BarInterval.Parse("30m"), Start.AddDays(-60), CancellationToken.None);
        Assert.That(past.Failure, Is.Null);
        Assert.That(past.Bars.Min(bar => bar.ClosedAt), Is.LessThanOrEqualTo(Start.AddDays(-60).AddMinutes(30)));
        var times = past.Bars.Select(bar => bar.ClosedAt).Distinct().Order().ToArray();
        Assert.That(times.Zip(times.Skip(1), (a, b) => b - a), Is.All.EqualTo(TimeSpan.FromMinutes(30)), "no hole between stretches");
    }

    private static DateTimeOffset At(int minute) => new DateTimeOffset(2026, 3, 2, 15, 0, 0, TimeSpan.Zero).AddMinutes(minute);

    private async Task Follow()
    {
        var before = feed.Count<LiveNews.Past>();
        var settled = new SortedDictionary<InstrumentId, DateTimeOffset> { [Ko] = At(0), [Pep] = At(0) };
        await feed.Follow(source, "ibkr", settled, TimeSpan.FromSeconds(10), live);
        await Eventually.True(() => feed.Count<LiveNews.Past>() >= before + 2, "both were filled");
    }

    // The market moves in every minute, and each minute is heard before the next one comes.
    private async Task Move(int minutes)
    {
        for (var i = 0; i < minutes; i++)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            server.Exchange.Step();
            await server.Told();
        }
    }

    private async Task<Slice[]> Closed(int count)
    {
        await Eventually.True(() => feed.Count<LiveNews.Closed>() >= count, $"{count} slices closed");
        return feed.Slices();
    }

    private Task Past(int minute) =>
        Eventually.True(() => Times(Ko).Contains(At(minute)) && Times(Pep).Contains(At(minute)), $"minute {minute} is known");

    private DateTimeOffset[] Times(InstrumentId instrument) =>
        [.. feed.Bars().Where(bar => bar.Instrument == instrument).Select(bar => bar.ClosedAt).DefaultIfEmpty().Distinct()];
}
