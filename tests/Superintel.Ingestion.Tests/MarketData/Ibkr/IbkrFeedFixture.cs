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

/// <summary>The feed of IBKR and the simulated TWS, over its socket; the time is the test's.</summary>
internal abstract class IbkrFeedFixture
{
    protected static readonly DateTimeOffset Start = new(2026, 3, 2, 15, 0, 20, TimeSpan.Zero);
    protected static readonly InstrumentId Ko = InstrumentId.Parse("KO.NYSE");
    protected static readonly InstrumentId Pep = InstrumentId.Parse("PEP.NASDAQ");

    protected SettableClock Clock { get; private set; } = null!;

    protected LiveClock Live { get; private set; } = null!;

    protected IbkrServer Server { get; private set; } = null!;

    protected IbkrSource Source { get; private set; } = null!;

    protected FollowedFeed Feed { get; private set; } = null!;

    [SetUp]
    public Task Begin() => Begin(FaultPlan.None);

    protected async Task Begin(FaultPlan faults)
    {
        (Clock, Feed) = (new SettableClock(Start), new FollowedFeed());
        Server = new IbkrServer(new SimulatorOptions(0, 7, faults, TimeSpan.Zero), Clock);
        var address = await Server.Start(CancellationToken.None);
        Source = new IbkrSource(
            new IbkrFeedOptions
            {
                Gateway = new TwsOptions { Port = address.Port, ClientId = 17 },
                Calm = TimeSpan.FromMilliseconds(50),
                Instruments = new SortedDictionary<string, IbkrInstrument>
                {
                    ["KO.NYSE"] = new() { Symbol = "KO", PrimaryExchange = "NYSE" }, ["PEP.NASDAQ"] = new() { ConId = 11017 },
                },
            },
            Live = new LiveClock(Clock),
            NullLogger<IbkrSource>.Instance);
    }

    [TearDown]
    public async Task End()
    {
        await Feed.DisposeAsync();
        await Server.DisposeAsync();
    }

    protected static DateTimeOffset At(int minute) => new DateTimeOffset(2026, 3, 2, 15, 0, 0, TimeSpan.Zero).AddMinutes(minute);

    protected async Task Follow()
    {
        var before = Feed.Count<LiveNews.Past>();
        var settled = new SortedDictionary<InstrumentId, DateTimeOffset> { [Ko] = At(0), [Pep] = At(0) };
        await Feed.Follow(Source, "ibkr", settled, TimeSpan.FromSeconds(10), Live);
        await Eventually.True(() => Feed.Count<LiveNews.Past>() >= before + 2, "both were filled");
    }

    protected Task Doubted(string? why) =>
        Eventually.True(() => Feed.All().OfType<LiveNews.Doubted>().LastOrDefault()?.Why == why
            && Feed.All().OfType<LiveNews.Doubted>().Any(), $"doubted: {why}");

    // The market moves in every minute, and each minute is heard before the next one comes.
    protected async Task Move(int minutes)
    {
        for (var i = 0; i < minutes; i++)
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            Server.Exchange.Step();
            await Server.Told();
        }
    }

    protected async Task<Slice[]> Closed(int count)
    {
        await Eventually.True(() => Feed.Count<LiveNews.Closed>() >= count, $"{count} slices closed");
        return Feed.Slices();
    }

    protected Task Past(int minute) =>
        Eventually.True(() => Times(Ko).Contains(At(minute)) && Times(Pep).Contains(At(minute)), $"minute {minute} is known");

    protected DateTimeOffset[] Times(InstrumentId instrument) =>
        [.. Feed.Bars().Where(bar => bar.Instrument == instrument).Select(bar => bar.ClosedAt).DefaultIfEmpty().Distinct()];
}
