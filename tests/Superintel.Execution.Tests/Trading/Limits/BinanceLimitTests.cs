using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Superintel.Execution.Service.Adapters.Trading.Binance;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.TestKit;
using Superintel.Venue.Binance.Keys;
using Superintel.Venue.Binance.Signing;
using Superintel.Venue.Binance.Streams;
using Superintel.VenueSimulator.Binance;
using Superintel.VenueSimulator.Conformance;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;

namespace Superintel.Execution.Tests.Trading.Limits;

/// <summary>What the simulated Binance counts, and what it does about too much.</summary>
public sealed class BinanceLimitTests
{
    private SettableClock clock = null!;
    private BinanceServer server = null!;
    private VenueAddress address = null!;
    private HttpClient http = null!;

    [SetUp]
    public async Task Start()
    {
        clock = new SettableClock(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));
        server = new BinanceServer(new SimulatorOptions(0, 7, FaultPlan.None, TimeSpan.Zero), clock);
        address = await server.Start(default);
        http = new HttpClient { BaseAddress = new Uri(address.RestUrl!) };
        http.DefaultRequestHeaders.Add("X-MBX-APIKEY", address.ApiKey);
    }

    [TearDown]
    public async Task Stop()
    {
        http.Dispose();
        await server.DisposeAsync();
    }

    [TestCase("/api/v3/ping", 1)]
    [TestCase("/api/v3/exchangeInfo", 20)]
    [TestCase("/api/v3/depth?symbol=BTCUSDT", 5)]
    [TestCase("/api/v3/depth?symbol=BTCUSDT&limit=500", 25)]
    [TestCase("/api/v3/depth?symbol=BTCUSDT&limit=1000", 50)]
    [TestCase("/api/v3/depth?symbol=BTCUSDT&limit=5000", 250)]
    [TestCase("/api/v3/trades?symbol=BTCUSDT", 25)]
    [TestCase("/api/v3/aggTrades?symbol=BTCUSDT", 4)]
    [TestCase("/api/v3/klines?symbol=BTCUSDT&interval=1m", 2)]
    [TestCase("/api/v3/ticker/24hr?symbol=BTCUSDT", 2)]
    [TestCase("/api/v3/ticker/24hr", 80)]
    [TestCase("/api/v3/ticker/price", 4)]
    [TestCase("signed /api/v3/openOrders", 80)]
    [TestCase("signed /api/v3/openOrders?symbol=BTCUSDT", 6)]
    [TestCase("signed /api/v3/myTrades?symbol=BTCUSDT", 20)]
    [TestCase("signed /api/v3/myTrades?symbol=BTCUSDT&orderId=1", 5)]
    [TestCase("signed /api/v3/account", 20)]
    [TestCase("signed /api/v3/rateLimit/order", 40)]
    [TestCase("signed /sapi/v1/capital/config/getall", 0)]
    public async Task Call_weighs_what_the_documentation_says(string call, int weight)
    {
        using var answer = await Get(call);
        Assert.That(answer.IsSuccessStatusCode, Is.True);
        Assert.That(Header(answer, "X-MBX-USED-WEIGHT-1M"), Is.EqualTo(weight.ToString(CultureInfo.InvariantCulture)));
    }

    [Test]
    public async Task Too_much_weight_is_429_until_the_minute_ends_and_a_ban_for_who_goes_on()
    {
        clock.Advance(TimeSpan.FromSeconds(20));
        await Books(24);
        await Refused("/api/v3/ping", 429, -1003, retryAfter: 40);
        for (var i = 0; i < 10; i++) await Refused("/api/v3/ping", 429, -1003, retryAfter: 40);
        await Refused("/api/v3/ping", 418, -1003, retryAfter: 120);
        clock.Advance(TimeSpan.FromSeconds(119));
        await Refused("/api/v3/ping", 418, -1003, retryAfter: 1);
        clock.Advance(TimeSpan.FromSeconds(1));
        using var after = await Get("/api/v3/ping");
        Assert.That(after.IsSuccessStatusCode, Is.True);
    }

    [Test]
    public async Task Who_waits_as_long_as_429_says_is_answered_again()
    {
        await Books(24);
        await Refused("/api/v3/ping", 429, -1003, retryAfter: 60);
        clock.Advance(TimeSpan.FromSeconds(60));
        using var after = await Get("/api/v3/ping");
        Assert.That(Header(after, "X-MBX-USED-WEIGHT-1M"), Is.EqualTo("1"));
    }

    [Test]
    public async Task Hundred_orders_that_wait_are_all_that_ten_seconds_have()
    {
        for (var i = 0; i < 100; i++)
        {
            using var placed = await Place("LIMIT", "&timeInForce=GTC&price=40000");
            Assert.That(placed.IsSuccessStatusCode, Is.True);
            Assert.That(Header(placed, "X-MBX-ORDER-COUNT-10S"), Is.EqualTo((i + 1).ToString(CultureInfo.InvariantCulture)));
        }
        using (var refused = await Place("LIMIT", "&timeInForce=GTC&price=40000"))
        {
            Assert.That((int)refused.StatusCode, Is.EqualTo(429));
            Assert.That((int?)(await Json(refused))["code"], Is.EqualTo(-1015));
        }
        clock.Advance(TimeSpan.FromSeconds(10));
        using var next = await Place("LIMIT", "&timeInForce=GTC&price=40000");
        Assert.That((Header(next, "X-MBX-ORDER-COUNT-10S"), Header(next, "X-MBX-ORDER-COUNT-1D")), Is.EqualTo(("1", "101")));
    }

    [Test]
    public async Task Orders_that_trade_do_not_count()
    {
        using (var traded = await Place("MARKET", "")) Assert.That(Header(traded, "X-MBX-ORDER-COUNT-10S"), Is.EqualTo("0"));
        using (var waits = await Place("LIMIT", "&timeInForce=GTC&price=49000"))
            Assert.That(Header(waits, "X-MBX-ORDER-COUNT-10S"), Is.EqualTo("1"));
        server.Exchange.MoveTo("BTCUSDT", 48_000m);
        using var told = await Get("signed /api/v3/rateLimit/order");
        var counts = (await Json(told)).AsArray().Select(row => (int)row!["count"]!);
        Assert.That(counts, Is.EqualTo(new[] { 0, 0 }));
    }

    [Test]
    public async Task Order_too_many_is_deferred_by_the_adapter_as_never_placed()
    {
        for (var i = 0; i < 100; i++)
        {
            using var placed = await Place("LIMIT", "&timeInForce=GTC&price=40000");
            Assert.That(placed.IsSuccessStatusCode, Is.True);
        }
        var options = BinanceDriver.OptionsOf(new Endpoint("127.0.0.1", address.Port, AllowLive: false, LiveAccount: null));
        var credentials = new Credentials(
            new HmacSigner(address.ApiKey!, address.ApiSecret!), new Redaction(address.ApiKey!, address.ApiSecret!));
        using var venue = new BinanceVenue(options, credentials, new StreamOptions(), NullLogger<BinanceLog>.Instance, clock);
        var outcome = await venue.Broker.Submit(
            new OrderTicket(
                BinanceOptions.VenueName, options.Account, new ClientOrderId("one-too-many"), InstrumentId.Parse("BTCUSDT.BINANCE"),
                AssetClass.Crypto, 0.00001m, Side.Buy, new Quantity(0.001m), OrderType.Limit, 40_000m, TimeInForce.GoodTillCancel,
                new Currency("USDT"), clock.GetUtcNow()),
            default);
        Assert.That(outcome, Is.InstanceOf<SubmitOutcome.Deferred>().And.Property("Code").EqualTo("order-rate-limited"));
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? values.Single() : null;

    private static async Task<JsonNode> Json(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

    private async Task Books(int count)
    {
        for (var i = 0; i < count; i++)
        {
            using var book = await Get("/api/v3/depth?symbol=BTCUSDT&limit=5000");
            Assert.That(book.IsSuccessStatusCode, Is.True);
        }
    }

    private async Task Refused(string call, int status, int code, int retryAfter)
    {
        using var answer = await Get(call);
        Assert.That((int)answer.StatusCode, Is.EqualTo(status));
        Assert.That((int?)(await Json(answer))["code"], Is.EqualTo(code));
        Assert.That(answer.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(retryAfter)));
    }

    private Task<HttpResponseMessage> Place(string type, string rest) => http.PostAsync(
        new Uri($"/api/v3/order?{Signed($"symbol=BTCUSDT&side=BUY&type={type}&quantity=0.001{rest}")}", UriKind.Relative), null);

    private Task<HttpResponseMessage> Get(string call)
    {
        if (!call.StartsWith("signed ", StringComparison.Ordinal)) return http.GetAsync(new Uri(call, UriKind.Relative));
        var parts = call["signed ".Length..].Split('?');
        return http.GetAsync(new Uri($"{parts[0]}?{Signed(parts.Length > 1 ? parts[1] : "")}", UriKind.Relative));
    }

    private string Signed(string query)
    {
        var signer = new HmacSigner(address.ApiKey!, address.ApiSecret!);
        var time = clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var payload = query.Length > 0 ? $"{query}&timestamp={time}" : $"timestamp={time}";
        return $"{payload}&signature={signer.Sign(Encoding.UTF8.GetBytes(payload))}";
    }
}
