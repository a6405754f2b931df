using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using Superintel.EndToEnd.Tests.Fleet;
using Superintel.TestKit;
using Superintel.VenueSimulator.Hosting;

namespace Superintel.EndToEnd.Tests;

/// <summary>A fleet on real time, whose bars come from an exchange over its own wire, and whose orders go there.</summary>
// Waits for the exchange's next minute: beside another fleet it costs no time.
[Parallelizable]
[SupportedOSPlatform("linux")]
public sealed class LiveFleetTests
{
    private static readonly TimeSpan WithinTwoBars = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan WithinSomeBars = TimeSpan.FromMinutes(5);
    private static readonly (string Instrument, string Asset)[] Coins = [("BTCUSDT.BINANCE", "BTC"), ("ETHUSDT.BINANCE", "ETH")];
    private string settings = null!;
    private IVenueServer exchange = null!;
    private RunningFleet fleet = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        (exchange, var address) = await PairedExchange.Start();
        settings = Path.Combine(Scratch.Folder("live"), "settings.json");
        await LiveSettings.Write(settings, address);
        fleet = await RunningFleet.StartLive(
            settings, ("BINANCE_API_KEY", address.ApiKey!), ("BINANCE_API_SECRET", address.ApiSecret!));
        await AcceptWhatWasThere();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await fleet.DisposeAsync();
        await exchange.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(settings)!, recursive: true);
    }

    [Test]
    public async Task Bars_of_an_exchange_are_learned_as_history_and_then_scored_as_they_close()
    {
        await Eventually.True(
            async () => (await fleet.Desk.All("/api/journal?kind=slice-scored")).Count > 0, "a live slice is scored", WithinTwoBars);
        var told = await fleet.Desk.All("/api/journal?kind=bars-backfilled");
        var bars = await fleet.Desk.All("/api/bars?instrumentId=BTCUSDT.BINANCE&interval=1m");
        Assert.Multiple(() =>
        {
            Assert.That(bars, Has.Count.GreaterThanOrEqualTo(300), "history and what closed since");
            Assert.That(told, Has.Count.GreaterThanOrEqualTo(598), "as many whole minutes and days as fit");
            Assert.That(told.Select(entry => (string)entry["eventId"]!), Is.Unique);
        });
        var scored = (await fleet.Desk.All("/api/journal?kind=slice-scored")).Select(entry => (DateTimeOffset)entry["occurredAt"]!).Min();
        Assert.That(told.Select(entry => (DateTimeOffset)entry["occurredAt"]!), Is.All.LessThan(scored), "history comes before the news");
    }

    [Test]
    public async Task Pair_that_a_person_approves_is_traded_at_the_exchange_and_every_book_agrees()
    {
        await Eventually.True(ApprovedAndFilled, "both legs of a pair are filled at the exchange", WithinSomeBars);
        // Halted, what is under way ends and nothing new begins.
        await fleet.Desk.Post("/api/risk/kill-switch", new { state = "halted", reason = "the books are compared" });
        await Eventually.True(BooksAgree, "positions, the ledger and the exchange agree", WithinTwoBars);

        var fill = (await fleet.Desk.All("/api/fills"))[0];
        var story = await fleet.Desk.Get($"/api/decisions/{fill["decisionId"]}");
        Assert.That(
            story["steps"]!.AsArray().Select(step => (string)step!["kind"]!),
            Is.SupersetOf(new[]
            {
                "signal-generated", "proposal-created", "proposal-approved", "order-cleared", "position-changed",
                "order-submitted", "order-accepted", "order-filled",
            }),
            story.ToJsonString());
        var aside = await fleet.Command("quarantine", "--json");
        Assert.That(JsonNode.Parse(aside.Output)?["items"]?.AsArray(), Is.Empty, $"the exchange gave no bad bar: {aside}");
        var verified = await fleet.Desk.Get("/api/journal/verify");
        Assert.That((bool)verified["valid"]!, Is.True, verified.ToJsonString());
    }

    private async Task AcceptWhatWasThere()
    {
        var found = await fleet.Desk.Get("/api/reconciliation");
        foreach (var row in found["positions"]!.AsArray().Where(row => (decimal)row!["difference"]! != 0m))
        {
            await fleet.Desk.Post("/api/reconciliation/holdings", new
            {
                venue = (string)row!["venue"]!, account = (string)row["account"]!, instrumentId = (string)row["instrumentId"]!,
                difference = (decimal)row["difference"]!, reason = "held before",
            });
        }
    }

    private async Task<bool> ApprovedAndFilled()
    {
        foreach (var proposal in await fleet.Desk.All("/api/proposals?status=pending"))
        {
            if ((string)proposal["intent"]! == "open")
                await fleet.Desk.Post($"/api/proposals/{proposal["proposalId"]}/approve", new { comment = "looks right" });
        }
        return (await fleet.Desk.All("/api/orders?status=filled")).Count >= 2;
    }

    private async Task<bool> BooksAgree()
    {
        var rows = (await fleet.Desk.Get("/api/reconciliation"))["positions"]!.AsArray();
        var positions = await fleet.Desk.All("/api/positions");
        var orders = (await fleet.Desk.All("/api/orders")).Count(order => (decimal)order["cumulativeQuantity"]! > 0m);
        return rows.All(row => (string)row!["state"]! == "agrees") && Coins.All(coin => Agrees(coin, rows, positions))
            && orders == exchange.Exchange.Read(market => market.Orders.Count);
    }

    private bool Agrees((string Instrument, string Asset) coin, JsonArray rows, List<JsonNode> positions)
    {
        var held = exchange.Exchange.Read(market => market.Account.Balances[coin.Asset]);
        var row = rows.Single(row => (string)row!["instrumentId"]! == coin.Instrument)!;
        var risk = positions.Where(position => (string)position["instrumentId"]! == coin.Instrument)
            .Sum(position => (decimal)position["quantity"]!);
        return (decimal)row["venueQuantity"]! == held && held == (decimal)row["ledgerQuantity"]! + (decimal)row["externalQuantity"]!
            && Math.Abs(risk - (decimal)row["ledgerQuantity"]!) < 0.0001m;
    }
}
