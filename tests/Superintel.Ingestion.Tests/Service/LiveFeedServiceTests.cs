using Superintel.Ingestion.Tests.MarketData.Books;
using Superintel.TestKit;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;
using Superintel.VenueSimulator.Ibkr;

namespace Superintel.Ingestion.Tests.Service;

/// <summary>The service with the feed of IBKR: from the gateway's socket to the stored bars, the bus and Risk's endpoint.</summary>
internal sealed class LiveFeedServiceTests : IngestionFixture
{
    private const string Contract = "Ibkr:Instruments:KO.NYSE:";

    [Test]
    public async Task Past_is_stored_contracts_are_listed_and_books_are_told()
    {
        await using var gateway = new IbkrServer(new SimulatorOptions(0, 7, FaultPlan.None, TimeSpan.FromMilliseconds(50)));
        var address = await gateway.Start(CancellationToken.None);
        await using var risk = await ListeningRisk.Start();
        var service = await Start(
            ("Replay:Enabled", "false"), ("Clock:Mode", "system"), ("Feed", "live"), ("Ibkr:Enabled", "true"),
            ("Ibkr:Gateway:Port", $"{address.Port}"), ("Ibkr:HistoryBars", "30"), ("Ibkr:HistoryDays", "10"),
            (Contract + "Symbol", "KO"), (Contract + "PrimaryExchange", "NYSE"), ("Books:Enabled", "true"), ("Books:PerSecond", "10"),
            ("Books:Quotes", "false"),
            ("services:risk:grpc:0", risk.Address.ToString()));

        await Eventually.True(async () => await service.Scalar<long>("SELECT count(*) FROM bar") >= 35, "days and minutes are stored");
        var instrument = await service.Get("/api/instruments/KO.NYSE");
        Assert.That(((string?)instrument["name"], (string?)instrument["assetClass"]), Is.EqualTo(("COCA-COLA CO/THE", "equity")));
        Assert.That((string?)(await service.Get("/api/replay"))["state"], Is.EqualTo("off"), "there is no replay on real time");
        await Eventually.True(() => risk.Heard.Any(book => book.Bids.Count == 10 && book.Asks.Count == 10), "a book was told");
        Assert.That(risk.Heard.Select(book => book.InstrumentId), Is.All.EqualTo("KO.NYSE"));
        await gateway.DisposeAsync();
        await Eventually.True(() => risk.Heard is [.., { Bids.Count: 0, Asks.Count: 0 }], "a venue that is gone has no book");
    }

    [Test]
    public async Task Farm_that_is_away_makes_its_instruments_stale_with_a_reason_until_it_is_back()
    {
        await using var gateway = new IbkrServer(new SimulatorOptions(0, 7, FaultPlan.None, TimeSpan.FromMilliseconds(50)));
        var address = await gateway.Start(CancellationToken.None);
        var service = await Start(
            ("Replay:Enabled", "false"), ("Clock:Mode", "system"), ("Feed", "live"), ("Ibkr:Enabled", "true"),
            ("Ibkr:Gateway:Port", $"{address.Port}"), ("Ibkr:HistoryBars", "5"), ("Ibkr:HistoryDays", "0"), ("Ibkr:Calm", "00:00:00.1"),
            (Contract + "Symbol", "KO"), (Contract + "PrimaryExchange", "NYSE"), ("Messaging:AwaitQueues:0", "nobody"));
        await Eventually.True(async () => await service.Scalar<long>("SELECT count(*) FROM bar") > 0, "the feed runs");
        // As if a slice had closed: real ones take a minute.
        await service.Scalar<int>("""
            UPDATE series_freshness SET feed = 'live', stale = false, last_bar_at = now() WHERE instrument_id = 'KO.NYSE' RETURNING 1
            """);

        gateway.LoseFarm();
        await Stale(service, "farm-away");
        Assert.That((bool)(await service.Get("/api/instruments/KO.NYSE"))["stale"]!);
        gateway.RegainFarm();
        await Stale(service, "");
        gateway.LoseFarm();
        await Stale(service, "farm-away");
        await gateway.DisposeAsync();
        await Stale(service, "feed-away");

        Assert.That(
            await service.Scalar<long>("SELECT count(DISTINCT event_id) FROM outbox WHERE type = 'FeedFreshnessChanged'"), Is.EqualTo(4));
    }

    [TestCase("Binance:Enabled", "true")]
    [TestCase("Replay:Enabled", "true")]
    public void Two_sources_of_time_are_refused(string key, string value) => Assert.That(
        async () => await Start(
            ("Replay:Enabled", "false"), ("Ibkr:Enabled", "true"), (Contract + "Symbol", "KO"), (key, value)),
        Throws.InvalidOperationException);

    private static Task Stale(RunningIngestion service, string why) => Eventually.True(
        async () => (string?)(await service.Get("/api/instruments/KO.NYSE"))["staleReason"] == why, $"stale: '{why}'");
}
