using System.Net;
using System.Text;
using Superintel.TestKit;
using Superintel.Venue.Binance.Failures;
using Superintel.Venue.Binance.Keys;
using Superintel.Venue.Binance.Signing;
using Superintel.Venue.Binance.Spot;
using Superintel.Venue.Binance.Transport;

namespace Superintel.Execution.Tests.Trading.Binance;

public sealed class RestTransportTests
{
    private const string ApiKey = "kEyKeYkEyKeYkEyKeY01";
    private const string Secret = "sEcReTsEcReTsEcReT02";
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private readonly Queue<(HttpStatusCode Status, string Body)> answers = new();
    private readonly List<string> asked = [];
    private readonly List<string> queries = [];
    private SettableClock clock = new(Now);
    private TimeSpan ahead;

    [SetUp]
    public void Begin()
    {
        answers.Clear();
        asked.Clear();
        queries.Clear();
        (clock, ahead) = (new SettableClock(Now), TimeSpan.Zero);
    }

    [Test]
    public async Task Clock_error_is_followed_by_setting_the_clock_and_one_more_attempt()
    {
        ahead = TimeSpan.FromSeconds(30);
        answers.Enqueue((HttpStatusCode.BadRequest, """{"code":-1021,"msg":"Timestamp for this request is outside of the recvWindow."}"""));
        answers.Enqueue((HttpStatusCode.OK, "[]"));
        using var rest = Transport();
        var orders = await new SpotClient(rest).OpenOrders("BTCUSDT", CancellationToken.None);

        Assert.That(orders.IsGiven, Is.True);
        Assert.That(asked.Count(path => path == "/api/v3/openOrders"), Is.EqualTo(2));
        Assert.That(asked.Count(path => path == "/api/v3/time"), Is.EqualTo(6), "three before the first call, three after the error");
        Assert.That(rest.Time.Offset, Is.EqualTo(ahead));
    }

    [Test]
    public async Task Second_clock_error_in_a_row_is_told()
    {
        answers.Enqueue((HttpStatusCode.BadRequest, """{"code":-1021,"msg":"a"}"""));
        answers.Enqueue((HttpStatusCode.BadRequest, """{"code":-1021,"msg":"b"}"""));
        using var rest = Transport();
        Assert.That((await new SpotClient(rest).OpenOrders("BTCUSDT", default)).Failure!.Kind, Is.EqualTo(FailureKind.ClockSkew));
    }

    [Test]
    public async Task After_a_ban_nothing_leaves_until_it_is_over()
    {
        answers.Enqueue(((HttpStatusCode)418, """{"code":-1003,"msg":"banned"}"""));
        using var rest = Transport();
        var client = new SpotClient(rest);
        Assert.That((await client.OpenOrders("BTCUSDT", default)).Failure, Has.Property("Code").EqualTo("banned"));
        var sent = asked.Count;
        Assert.That((await client.OpenOrders("BTCUSDT", default)).Failure, Has.Property("Kind").EqualTo(FailureKind.RateLimited));
        Assert.That(asked, Has.Count.EqualTo(sent));

        clock.Advance(TimeSpan.FromSeconds(121));
        answers.Enqueue((HttpStatusCode.OK, "[]"));
        Assert.That((await client.OpenOrders("BTCUSDT", default)).IsGiven, Is.True);
    }

    [Test]
    public async Task Past_is_asked_for_by_the_clock_of_the_exchange()
    {
        ahead = TimeSpan.FromSeconds(-30);
        answers.Enqueue((HttpStatusCode.OK, "[]"));
        using var rest = Transport();
        await new SpotClient(rest).AllOrders("BTCUSDT", Now, default);
        Assert.That(queries[^1], Does.Contain($"startTime={(Now - TimeSpan.FromSeconds(30)).ToUnixTimeMilliseconds()}&"));
    }

    [Test]
    public async Task Order_of_more_trades_than_a_page_has_is_told_whole()
    {
        answers.Enqueue((HttpStatusCode.OK, Trades(500, 1_000))); // the newest
        answers.Enqueue((HttpStatusCode.OK, Trades(0, 1_000)));
        answers.Enqueue((HttpStatusCode.OK, Trades(1_000, 500)));
        using var rest = Transport();
        var told = await new SpotClient(rest).TradesOf("BTCUSDT", 7, default);
        Assert.That(told.Value!.Select(trade => trade.TradeId), Is.EqualTo(Enumerable.Range(0, 1_500)));
        Assert.That(queries[^2], Does.Contain("fromId=0&"));
        Assert.That(queries[^1], Does.Contain("fromId=1000&"));
    }

    [Test]
    public async Task Orders_and_trades_of_more_than_a_page_are_told_whole()
    {
        foreach (var rows in new Func<int, int, string>[] { Listed, Trades })
            foreach (var (first, count) in new[] { (0, 1_000), (1_000, 1_000), (2_000, 500) })
                answers.Enqueue((HttpStatusCode.OK, rows(first, count)));
        using var rest = Transport();
        var client = new SpotClient(rest);
        var orders = (await client.AllOrders("BTCUSDT", Now, default)).Value!;
        var asks = queries.TakeLast(3).ToArray();
        var trades = (await client.TradesSince("BTCUSDT", Now, default)).Value!;

        Assert.That(orders.Select(order => order.OrderId), Is.EqualTo(Enumerable.Range(0, 2_500)));
        Assert.That(trades.Select(trade => trade.TradeId), Is.EqualTo(Enumerable.Range(0, 2_500)));
        Assert.That(asks[0], Does.Contain("startTime=").And.Not.Contain("orderId="));
        Assert.That(asks[2], Does.Contain("orderId=2000&").And.Not.Contain("startTime="));
        Assert.That(queries[^1], Does.Contain("fromId=2000&").And.Not.Contain("startTime="));
    }

    [Test]
    public async Task Page_that_fails_is_no_short_list()
    {
        answers.Enqueue((HttpStatusCode.OK, Listed(0, 1_000)));
        answers.Enqueue((HttpStatusCode.BadGateway, "<html>"));
        using var rest = Transport();
        Assert.That((await new SpotClient(rest).AllOrders("BTCUSDT", Now, default)).IsGiven, Is.False);
    }

    [Test]
    public async Task Exchange_that_repeats_a_key_is_not_repeated()
    {
        answers.Enqueue((HttpStatusCode.Unauthorized, $$"""{"code":-2015,"msg":"Invalid {{ApiKey}} with {{Secret}}, signature=abc123"}"""));
        using var rest = Transport();
        var failure = (await new SpotClient(rest).OpenOrders("BTCUSDT", default)).Failure!;

        Assert.That(failure.Kind, Is.EqualTo(FailureKind.Authentication));
        Assert.That(failure.ToString(), Does.Not.Contain(ApiKey).And.Not.Contain(Secret).And.Not.Contain("abc123"));
    }

    [TestCase(HttpStatusCode.OK, "<html>", "unreadable-answer")]
    [TestCase(HttpStatusCode.BadGateway, "<html>", "outcome-unknown")]
    [TestCase(HttpStatusCode.BadRequest, "<html>", "unreadable-answer")]
    public async Task Answer_that_is_none_leaves_the_outcome_unknown(HttpStatusCode status, string body, string code)
    {
        answers.Enqueue((status, body));
        using var rest = Transport();
        Assert.That((await new SpotClient(rest).Cancel("BTCUSDT", "o-1", default)).Failure, Has.Property("Kind").EqualTo(
            FailureKind.OutcomeUnknown).And.Property("Code").EqualTo(code));
    }

    [Test]
    public async Task Exchange_that_cannot_be_reached_has_not_taken_anything()
    {
        using var rest = new RestTransport(
            new HttpClient(), new ExchangeAddress(new Uri("http://127.0.0.1:1"), new Uri("ws://127.0.0.1:1"), null), Keys(),
            TransportOptions.Spot, clock);
        Assert.That((await new SpotClient(rest).Cancel("BTCUSDT", "o-1", default)).Failure!.Kind, Is.EqualTo(FailureKind.NotTaken));
    }

    private static string Trades(int first, int count) => $"[{string.Join(',', Enumerable.Range(first, count).Select(id =>
        $$"""{"symbol":"BTCUSDT","id":{{id}},"orderId":7,"price":"1","qty":"1","commission":"0","commissionAsset":"BNB","time":1}"""))}]";

    private static string Listed(int first, int count) => $"[{string.Join(',', Enumerable.Range(first, count).Select(id =>
        $$"""{"symbol":"BTCUSDT","orderId":{{id}},"clientOrderId":"o-{{id}}","price":"1","origQty":"1","executedQty":"0","""
        + """ "cummulativeQuoteQty":"0","status":"CANCELED","timeInForce":"GTC","type":"LIMIT","side":"BUY","stopPrice":"0","""
        + """ "time":1,"updateTime":1}"""))}]";

    private static Credentials Keys() => new(new HmacSigner(ApiKey, Secret), new Redaction(ApiKey, Secret));

    private RestTransport Transport() => new(
        new HttpClient(new Scripted(this)), new ExchangeAddress(new Uri("http://exchange.test"), new Uri("ws://exchange.test"), null),
            Keys(),
        TransportOptions.Spot, clock);

    /// <summary>The platform's own way to stand in for a network.</summary>
    private sealed class Scripted(RestTransportTests test) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var path = request.RequestUri!.AbsolutePath;
            test.asked.Add(path);
            test.queries.Add(request.RequestUri.Query);
            var time = (test.clock.GetUtcNow() + test.ahead).ToUnixTimeMilliseconds();
            var (status, body) = path.EndsWith("/time", StringComparison.Ordinal)
                ? (HttpStatusCode.OK, "{\"serverTime\":" + time + "}")
                : test.answers.Dequeue();
            var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            if ((int)status == 418) response.Headers.Add("Retry-After", "120");
            return Task.FromResult(response);
        }
    }
}
