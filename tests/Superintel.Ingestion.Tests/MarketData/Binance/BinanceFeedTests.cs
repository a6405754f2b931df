using System.Globalization;
using System.Text;
using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.Service.Adapters.MarketData.Binance;
using Superintel.Ingestion.Service.Adapters.MarketData.Live;
using Superintel.Ingestion.Tests.MarketData.Live;
using Superintel.Kernel;
using Superintel.TestKit;
using Superintel.Venue.Binance.Parse;
using Superintel.VenueSimulator.Binance;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;

namespace Superintel.Ingestion.Tests.MarketData.Binance;

/// <summary>Candles of both markets against the simulated exchange, over its sockets; the time is the test's.</summary>
[TestFixture("spot", "binance", "", true)]
[TestFixture("usd-margined", "binance-usdm", "/fapi", false)]
public sealed class BinanceFeedTests(string market, string name, string streams, bool tradable)
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly InstrumentId Btc = InstrumentId.Parse("BTCUSDT.BINANCE");
    private SettableClock clock = null!;
    private VenueAddress address = null!;
    private LiveClock live = null!;
    private BinanceServer server = null!;
    private BinanceSource source = null!;
    private FollowedFeed feed = null!;

    [SetUp]
    public async Task Begin()
    {
        (clock, feed) = (new SettableClock(Noon.AddSeconds(20)), new FollowedFeed());
        server = new BinanceServer(new SimulatorOptions(0, 7, FaultPlan.None, TimeSpan.Zero), clock);
        address = await server.Start(CancellationToken.None);
        Use(clock);
    }

    [TearDown]
    public async Task End()
    {
        await feed.DisposeAsync();
        await server.DisposeAsync();
    }

    [Test]
    public async Task Instruments_of_futures_are_for_looking_at_only()
    {
        await using var session = await source.Open(CancellationToken.None);
        Assert.That((source.Name, session.Instruments[0].Tradable), Is.EqualTo((name, tradable)));
    }

    [Test]
    public async Task Minutes_close_and_those_of_a_lost_connection_come_as_past()
    {
        await Follow();
        await Move(1);
        clock.Advance(TimeSpan.FromMinutes(3));
        server.DropConnections();
        await Eventually.True(() => Times().Contains(Noon.AddMinutes(4)), "the new connection asked for what it missed");
        server.Exchange.Step();
        await Move(5);
        Assert.That(Times().Order(), Is.EqualTo(Enumerable.Range(1, 5).Select(minute => Noon.AddMinutes(minute))));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public async Task Connections_lost_at_any_moment_leave_no_hole_and_no_doubt(int seed)
    {
        const int minutes = 14;
        var random = new Random(seed);
        await Follow();
        for (var minute = 1; minute <= minutes; minute++)
        {
            var accident = random.Next(5);
            if (accident == 0) server.DropConnections();
            clock.Set(Noon.AddMinutes(minute).AddSeconds(20));
            if (accident == 1) server.DropConnections();
            if (accident != 2) server.Exchange.Step(); // else nobody says that the minute closed
            if (accident == 3) server.DropConnections();
        }
        server.DropConnections();
        await Eventually.True(() => Times().Length == minutes, "every minute is known");
        var truth = await (await source.Open(CancellationToken.None)).Past(Btc, source.Plan.Interval, Noon, CancellationToken.None);
        var closed = truth.Bars.Where(bar => bar.ClosedAt > Noon && bar.ClosedAt <= clock.GetUtcNow());
        Assert.That(feed.Bars().Distinct().OrderBy(bar => bar.ClosedAt), Is.EqualTo(closed.OrderBy(bar => bar.ClosedAt)));
    }

    [Test]
    public async Task Long_past_comes_in_pages()
    {
        await using var session = await source.Open(CancellationToken.None);
        var past = await session.Past(Btc, BarInterval.Parse("1m"), Noon.AddMinutes(-2_500), CancellationToken.None);
        Assert.That(past.Bars.Select(bar => bar.ClosedAt).Distinct().Count(), Is.EqualTo(2_501), "with the running one");
    }

    [Test]
    public async Task Only_final_candles_of_the_asked_length_are_bars()
    {
        await using var session = (BinanceSession)await source.Open(CancellationToken.None);
        Assert.That(session.Read(StreamParser.Parse(Candle("BTCUSDT", "1m", "true"))), Is.InstanceOf<LiveItem.Closed>());
        Assert.That(session.Read(StreamParser.Parse(Candle("BTCUSDT", "1m", "false"))), Is.InstanceOf<LiveItem.Pulse>());
        Assert.That(session.Read(StreamParser.Parse(Candle("BTCUSDT", "1h", "true"))), Is.InstanceOf<LiveItem.Pulse>());
        Assert.That(session.Read(StreamParser.Parse(Candle("OTHER", "1m", "true"))), Is.InstanceOf<LiveItem.Pulse>());
        Assert.That(session.Read(StreamParser.Parse("{]"u8)), Is.InstanceOf<LiveItem.Pulse>());
    }

    [TestCase(45)]
    [TestCase(-45)]
    [TestCase(86_400)]
    public async Task Machine_whose_clock_is_off_goes_by_the_exchange_s(int seconds)
    {
        Use(new ShiftedClock(clock, TimeSpan.FromSeconds(seconds)));
        await Follow();
        Assert.That(Times(), Is.Empty, "the running minute is none, whatever the machine's clock says");
        await Move(1);
        await Move(2);
        await using var session = await source.Open(CancellationToken.None);
        var truth = (await session.Past(Btc, source.Plan.Interval, Noon, CancellationToken.None)).Final().Where(b => b.ClosedAt > Noon);
        Assert.That(feed.Bars(), Is.EqualTo(truth), "each as it was when it had closed");
        Assert.That(feed.Count<LiveNews.Closed>(), Is.EqualTo(2), "in time to be acted on");
        Assert.That(live.Now, Is.EqualTo(clock.GetUtcNow()).Within(TimeSpan.FromSeconds(1)));
    }

    [Test]
    public async Task Machine_whose_clock_goes_back_hears_the_time_before_it_doubts_a_bar()
    {
        var machine = new ShiftedClock(clock, TimeSpan.Zero);
        Use(machine);
        await Follow();
        await Move(1);
        machine.By = TimeSpan.FromHours(-1);
        await Move(2);
        Assert.That((feed.Count<LiveNews.Closed>(), live.Now), Is.EqualTo((2, clock.GetUtcNow())));
    }

    private void Use(TimeProvider machine) => source = new BinanceSource(
        new BinanceFeedOptions
        {
            Market = market, RestUrl = new Uri(address.RestUrl!), StreamsUrl = new Uri(address.WsUrl! + streams),
            Instruments = new SortedDictionary<string, string> { ["BTCUSDT.BINANCE"] = "BTCUSDT" },
        },
        live = new LiveClock(machine));

    private static byte[] Candle(string symbol, string interval, string final) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $$$"""
        {"stream":"x","data":{"e":"kline","E":1,"s":"{{{symbol}}}","k":{"t":{{{Noon.ToUnixTimeMilliseconds()}}},"T":1,"s":"{{{symbol}}}",
        "i":"{{{interval}}}","o":"100","c":"100","h":"101","l":"99","v":"5","n":3,"q":"500","x":{{{final}}} } } }
        """));

    private async Task Follow()
    {
        var settled = new SortedDictionary<InstrumentId, DateTimeOffset> { [Btc] = Noon };
        await feed.Follow(source, "binance", settled, TimeSpan.FromSeconds(5), live);
        await Eventually.True(() => feed.Count<LiveNews>() > 0, "the past was asked for");
        server.Exchange.Step(); // the running minute is known to the exchange's streams
    }

    private async Task Move(int minute)
    {
        clock.Set(Noon.AddMinutes(minute).AddSeconds(20));
        server.Exchange.Step();
        await Eventually.True(() => Times().Contains(Noon.AddMinutes(minute)), $"minute {minute} is known");
    }

    private DateTimeOffset[] Times() => [.. feed.Bars().Select(bar => bar.ClosedAt).Distinct()];
}
