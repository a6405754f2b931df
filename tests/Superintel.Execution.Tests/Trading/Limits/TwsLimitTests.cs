using System.Globalization;
using Superintel.Execution.Tests.Trading.Ibkr.Session;
using Superintel.TestKit;
using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.Venue.Ibkr.Messages.Requests;
using Superintel.Venue.Ibkr.Session;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;
using Superintel.VenueSimulator.Ibkr;
using TwsContract = Superintel.Venue.Ibkr.Messages.Contract;

namespace Superintel.Execution.Tests.Trading.Limits;

/// <summary>What the simulated TWS refuses, as the real one does. Its clock is the test's; the client's pacers see another.</summary>
public sealed class TwsLimitTests
{
    private static readonly TwsContract Coke = TwsContract.Stock("KO", "USD", "NYSE");
    private readonly HurriedClock hurried = new(timers: true);
    private VirtualClock clock = null!;
    private IbkrServer server = null!;
    private TwsClient client = null!;

    [SetUp]
    public async Task Connect()
    {
        clock = new VirtualClock(new DateTimeOffset(2026, 7, 1, 14, 0, 0, TimeSpan.Zero));
        server = new IbkrServer(new SimulatorOptions(0, 3, FaultPlan.None, TimeSpan.Zero), clock);
        await server.Start(default);
        client = await Unpaced(clientId: 21);
    }

    [TearDown]
    public async Task Disconnect()
    {
        await client.DisposeAsync();
        await server.DisposeAsync();
    }

    [Test]
    public async Task Fifty_messages_within_a_second_are_answered_and_one_more_is_error_100()
    {
        for (var i = 0; i < 48; i++) await client.Probe(default); // start and first probe were two
        clock.Advance(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 50; i++) await client.Probe(default);
        Assert.That(await Code(() => client.Probe(default)), Is.EqualTo(("connection-lost", 0)));
        Assert.That(client.EndedBecause, Is.EqualTo("tws-100"));
    }

    [Test]
    public async Task Same_history_in_small_bars_comes_again_after_fifteen_seconds()
    {
        await Past(0);
        Assert.That(await Code(() => Past(0)), Is.EqualTo(("venue-pace", 162)));
        clock.Advance(TimeSpan.FromSeconds(15));
        await Past(0);
    }

    [Test]
    public async Task Sixth_question_for_one_contract_within_two_seconds_is_refused_and_another_contract_is_not()
    {
        for (var i = 0; i < 5; i++) await Past(i);
        Assert.That(await Code(() => Past(5)), Is.EqualTo(("venue-pace", 162)));
        await client.HistoricalBars(Asked(5) with { Contract = TwsContract.Stock("PEP", "USD") }, default);
        clock.Advance(TimeSpan.FromSeconds(2));
        await Past(5);
    }

    [TestCase("TRADES", 60)]
    [TestCase("BID_ASK", 30)]
    public async Task Ten_minutes_hold_sixty_questions_and_half_as_many_of_bid_and_ask(string show, int most)
    {
        for (var i = 0; i < most; i++)
        {
            await client.HistoricalBars(Asked(i) with { Show = show }, default);
            clock.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.That(await Code(() => client.HistoricalBars(Asked(most) with { Show = show }, default)), Is.EqualTo(("venue-pace", 162)));
        clock.Advance(TimeSpan.FromMinutes(10));
        await client.HistoricalBars(Asked(most) with { Show = show }, default);
    }

    [Test]
    public async Task Bars_of_a_minute_are_not_paced()
    {
        for (var i = 0; i < 30; i++) await client.HistoricalBars(Asked(0) with { BarSize = "1 min", Duration = "3600 S" }, default);
        Assert.That(client.State, Is.EqualTo(ConnectionState.Ready));
    }

    [Test]
    public async Task Fourth_book_of_a_login_is_refused_and_the_others_go_on()
    {
        await using var other = await Unpaced(clientId: 22);
        Subscription<MarketDepthL2>[] books = [await Book(client, "KO"), await Book(client, "PEP"), await Book(other, "AAPL")];
        foreach (var book in books) await book.Updates.ReadAsync();
        await using var fourth = await Book(other, "MSFT");
        Assert.That(await Code(() => fourth.Updates.WaitToReadAsync().AsTask()), Is.EqualTo(("venue-limit", 309)));

        // What the probe's answer follows has been told.
        foreach (var asked in new[] { client, other }) await asked.Probe(default);
        foreach (var book in books) Drain(book);
        server.Exchange.Step();
        foreach (var book in books) Assert.That(await book.Updates.WaitToReadAsync(), Is.True);
        await books[0].DisposeAsync();
        await client.Probe(default);
        await using var instead = await Book(other, "MSFT");
        Assert.That(await instead.Updates.WaitToReadAsync(), Is.True);
    }

    [Test]
    public async Task Hundred_and_first_line_is_refused_and_the_others_go_on()
    {
        var lines = new List<Subscription<TickPrice>>();
        for (var i = 0; i < 100; i++)
        {
            if (i % 40 == 39) clock.Advance(TimeSpan.FromSeconds(1));
            lines.Add(await client.Quotes(Coke, default));
            Assert.That(await lines[i].Updates.WaitToReadAsync(), Is.True);
        }
        clock.Advance(TimeSpan.FromSeconds(1));
        await using var bars = await client.RealTimeBars(Coke, "TRADES", regularHours: true, default);
        Assert.That(await Code(() => bars.Updates.WaitToReadAsync().AsTask()), Is.EqualTo(("venue-limit", 101)));
        Assert.That(lines.Count(line => line.Updates.Completion.IsCompleted), Is.Zero);
        await client.Probe(default);
    }

    private static void Drain(Subscription<MarketDepthL2> book)
    {
        while (book.Updates.TryRead(out var row)) Assert.That(row.RequestId, Is.EqualTo(book.RequestId));
    }

    private static Task<Subscription<MarketDepthL2>> Book(TwsClient client, string symbol) =>
        client.Depth(TwsContract.Stock(symbol, "USD"), rows: 5, smart: true, default);

    private static RequestHistoricalData Asked(int minutesAgo) => new(
        0, Coke, new DateTime(2026, 7, 1, 13, 0, 0).AddMinutes(-minutesAgo).ToString("yyyyMMdd-HH:mm:ss", CultureInfo.InvariantCulture),
        "5 secs", "60 S", true, "TRADES");

    private static async Task<(string Code, int VenueCode)> Code(Func<Task> work)
    {
        try
        {
            await work();
            return ("none", 0);
        }
        catch (TwsException refused)
        {
            return (refused.Code, refused.VenueCode);
        }
    }

    private Task Past(int minutesAgo) => client.HistoricalBars(Asked(minutesAgo), default);

    private Task<TwsClient> Unpaced(int clientId)
    {
        var options = new TwsOptions { Port = server.Port, ClientId = clientId };
        return TwsClient.Connect(options, new TwsLimits(options, hurried), TimeProvider.System, new Heard(), default);
    }
}
