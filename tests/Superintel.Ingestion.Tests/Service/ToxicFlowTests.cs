using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Service;
using Superintel.ServiceDefaults.Messaging;
using Superintel.ServiceDefaults.Security;
using Superintel.TestKit;
using Superintel.VenueSimulator.Binance;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;
using Superintel.VenueSimulator.Matching;

namespace Superintel.Ingestion.Tests.Service;

/// <summary>From a trade at the simulated exchange over Ingestion's stream into a verdict of Risk, both as real services.</summary>
internal sealed class ToxicFlowTests : IngestionFixture
{
    private const string Pair = "BTCUSDT.BINANCE~ETHUSDT.BINANCE";

    // Of the simulated exchange's days, which are of five units or so; a bucket is a fiftieth of that.
    private const decimal Piece = 0.05m;
    private readonly string prefix = BrokerPrefix.New();
    private PostgresDatabase store = null!;
    private WebApplication risk = null!;
    private BinanceServer exchange = null!;
    private int decisions;

    [SetUp]
    public async Task Begin()
    {
        exchange = new BinanceServer(new SimulatorOptions(0, 7, FaultPlan.None, TimeSpan.FromMilliseconds(200)));
        store = await PostgresDatabase.Create();
        risk = RiskService.Build(
        [
            .. ServiceArguments.Of("risk", await store.RoleOwningSchema("risk"), prefix), "--Clock:Mode=system",
            "--services:execution:grpc:0=http://127.0.0.1:9",
        ]);
        await risk.StartAsync();
    }

    [TearDown]
    public async Task End()
    {
        await risk.StopAsync();
        await risk.DisposeAsync();
        await store.DisposeAsync();
        await exchange.DisposeAsync();
    }

    [TestCase("spot", "")]
    [TestCase("usd-margined", "/fapi")]
    public async Task Trades_of_one_side_veto_an_entry_as_toxic_flow_and_trades_of_both_sides_do_not(string market, string streams)
    {
        var address = await exchange.Start(CancellationToken.None);
        await Start(
            ("Replay:Enabled", "false"), ("Clock:Mode", "system"), ("Feed", "live"), ("Messaging:Prefix", prefix),
            ("Binance:Enabled", "true"), ("Binance:Market", market), ("Binance:RestUrl", address.RestUrl),
            ("Binance:StreamsUrl", address.WsUrl + streams), ("Binance:Instruments:BTCUSDT.BINANCE", "BTCUSDT"),
            ("Binance:Instruments:ETHUSDT.BINANCE", "ETHUSDT"), ("Binance:HistoryBars", "30"), ("Binance:HistoryDays", "60"),
            ("Books:Enabled", "true"), ("Books:PerSecond", "10"), ("Books:Quotes", "false"),
            ("services:risk:grpc:0", risk.Urls.Last()));

        var calm = await Flow(within: 0.5, () =>
        {
            Take(Side.Buy);
            Take(Side.Sell);
        });
        Assert.That(Codes(calm), Does.Not.Contain("toxic-flow"));
        var verdict = await Flow(within: 1, () => Take(Side.Sell), above: 0.8);
        var vpin = verdict.GetProperty("reasons").EnumerateArray()
            .Single(reason => reason.GetProperty("code").GetString() == "toxic-flow").GetProperty("value").GetDouble();
        Assert.Multiple(() =>
        {
            Assert.That(verdict.GetProperty("verdict").GetString(), Is.EqualTo("vetoed"));
            Assert.That(vpin, Is.GreaterThan(0.8).And.AtMost(1));
        });
    }

    // Trades until the flow that Risk measures is between two values; others trade there too, so the next verdict may see another.
    private Task<JsonElement> Flow(double within, Action trade, double above = 0) => Eventually.Get(
        () =>
        {
            for (var i = 0; i < 20; i++) trade();
            return Judged();
        },
        verdict => Measure(verdict) is { } vpin && vpin > above && vpin <= within,
        $"a flow above {above} and up to {within}");

    private void Take(Side side) => exchange.Exchange.Submit(
        new SimTicket($"t{Guid.NewGuid():N}", "BTCUSDT", side, SimOrderType.Market, Piece, ImmediateOrCancel: true));

    /// <summary>Risk's verdict on a new entry into the pair.</summary>
    private async Task<JsonElement> Judged()
    {
        var (decision, now) = ($"d{++decisions}", DateTimeOffset.UtcNow);
        OrderLeg[] legs =
        [
            new(0, "BTCUSDT.BINANCE", "buy", 0.01m, 50_000m, "USDT"), new(1, "ETHUSDT.BINANCE", "sell", 0.2m, 2_500m, "USDT"),
        ];
        await risk.Services.GetRequiredService<IEventDelivery>().Deliver(
            new ProposalApproved("p-" + decision, decision, Pair, "open", "auto", legs, 0m, "USDT", ["policy:auto"], "", now, now),
            CancellationToken.None);
        using var http = new HttpClient { BaseAddress = new Uri(risk.Urls.First()) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", risk.Services.GetRequiredService<InternalTokens>().For("vic", ["viewer"]));
        var page = await http.GetFromJsonAsync<JsonElement>("/api/risk/verdicts?limit=500");
        return page.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("decisionId").GetString() == decision);
    }

    private static double? Measure(JsonElement verdict) => verdict.GetProperty("stages").EnumerateArray()
        .SelectMany(stage => stage.GetProperty("inputs").EnumerateArray())
        .Where(input => input.GetProperty("name").GetString() == "vpin BTCUSDT.BINANCE")
        .Select(input => (double?)input.GetProperty("value").GetDouble()).SingleOrDefault();

    private static string?[] Codes(JsonElement verdict) =>
        [.. verdict.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetProperty("code").GetString())];
}
