using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Superintel.Contracts.Events.V1;
using Superintel.Execution.Service;
using Superintel.Ingestion.Tests.MarketData.Books;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Messaging;
using Superintel.ServiceDefaults.Security;
using Superintel.TestKit;
using Superintel.VenueSimulator.Binance;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;

namespace Superintel.Ingestion.Tests.Service;

/// <summary>From a book of the simulated exchange over Ingestion's stream into fills of the paper venue, both as real services.</summary>
internal sealed class PaperQuotesTests : IngestionFixture
{
    private static readonly PairId Pair = PairId.Parse("BTCUSDT.BINANCE~ETHUSDT.BINANCE");
    private PostgresDatabase store = null!;
    private WebApplication execution = null!;
    private BinanceServer exchange = null!;
    private ListeningRisk risk = null!;

    [SetUp]
    public async Task Begin()
    {
        exchange = new BinanceServer(new SimulatorOptions(0, 7, FaultPlan.None, TimeSpan.Zero));
        risk = await ListeningRisk.Start();
        store = await PostgresDatabase.Create();
        // It hears nothing of Ingestion but quotes: no bar can fill anything. A starved machine is not what is tested.
        execution = ExecutionService.Build(
        [
            .. ServiceArguments.Of("execution", await store.RoleOwningSchema("execution")), "--Clock:Mode=system",
            "--Execution:Paper:Fees=none", "--Execution:Paper:Slippage=none", "--Execution:Paper:QuoteAge=00:01:00",
            "--Execution:Paper:QuoteSilence=00:02:00",
        ]);
        await execution.StartAsync();
    }

    [TearDown]
    public async Task End()
    {
        await execution.StopAsync();
        await execution.DisposeAsync();
        await store.DisposeAsync();
        await risk.DisposeAsync();
        await exchange.DisposeAsync();
    }

    [Test]
    public async Task Pair_is_bought_at_the_ask_and_sold_at_the_bid_of_the_exchange()
    {
        Move();
        var (ask, bid) = exchange.Exchange.Read(market => (market.Book("BTCUSDT").Asks[0].Price, market.Book("ETHUSDT").Bids[0].Price));
        var address = await exchange.Start(CancellationToken.None);
        await Start(
            ("Replay:Enabled", "false"), ("Clock:Mode", "system"), ("Feed", "live"), ("Binance:Enabled", "true"),
            ("Binance:RestUrl", address.RestUrl), ("Binance:StreamsUrl", address.WsUrl),
            ("Binance:Instruments:BTCUSDT.BINANCE", "BTCUSDT"), ("Binance:Instruments:ETHUSDT.BINANCE", "ETHUSDT"),
            ("Binance:HistoryBars", "30"), ("Binance:HistoryDays", "30"), ("Books:Enabled", "true"), ("Books:PerSecond", "10"),
            ("services:risk:grpc:0", risk.Address.ToString()), ("services:execution:grpc:0", execution.Urls.Last()));
        await Clear();

        var fills = await Eventually.Get(
            async () =>
            {
                Move(); // the same prices again: whatever is told, it is at these
                return await Fills();
            },
            told => told.Sum(fill => fill.Quantity) == 0.06m,
            "both legs are filled");
        Assert.Multiple(() =>
        {
            Assert.That(fills.Select(fill => (fill.Instrument, fill.Price)).Distinct(), Is.EquivalentTo(
                new[] { ("BTCUSDT.BINANCE", ask), ("ETHUSDT.BINANCE", bid) }));
            Assert.That(fills.Where(fill => fill.Instrument == "BTCUSDT.BINANCE").Sum(fill => fill.Quantity), Is.EqualTo(0.01m));
        });
    }

    private void Move()
    {
        exchange.Exchange.MoveTo("BTCUSDT", 50_000m);
        exchange.Exchange.MoveTo("ETHUSDT", 2_500m);
    }

    private async Task Clear()
    {
        var (inbox, now) = (execution.Services.GetRequiredService<IEventDelivery>(), TimeProvider.System.GetUtcNow());
        foreach (var id in new[] { Pair.A.ToString(), Pair.B.ToString() })
            await inbox.Deliver(new InstrumentListed(id, id, "crypto", "USDT", 0.0001m, 0.01m, true, "", now), CancellationToken.None);
        var decision = DecisionId.For(Pair, BarInterval.FiveMinutes, now, "open");
        OrderLeg[] legs =
        [
            new(0, Pair.A.ToString(), "buy", 0.01m, 50_000m, "USDT"), new(1, Pair.B.ToString(), "sell", 0.05m, 2_500m, "USDT"),
        ];
        await inbox.Deliver(
            new OrderCleared(
                ClearanceId.For(decision).Value, decision.Value, Pair.ToString(), "open", legs, "unwind", now, now.AddHours(1), []),
            CancellationToken.None);
    }

    private async Task<IReadOnlyList<(string Instrument, decimal Price, decimal Quantity)>> Fills()
    {
        using var http = new HttpClient { BaseAddress = new Uri(execution.Urls.First()) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", execution.Services.GetRequiredService<InternalTokens>().For("vic", ["viewer"]));
        var page = await http.GetFromJsonAsync<JsonElement>("/api/fills?limit=500");
        return
        [
            .. page.GetProperty("items").EnumerateArray().Select(fill => (
                fill.GetProperty("instrumentId").GetString()!, fill.GetProperty("price").GetDecimal(),
                fill.GetProperty("quantity").GetDecimal())),
        ];
    }
}
