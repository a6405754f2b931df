using System.Text;
using System.Text.Json.Nodes;
using Superintel.Kernel;
using Superintel.TestKit;
using Superintel.Venue.Binance.Failures;
using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Rules;
using Superintel.Venue.Binance.Signing;

namespace Superintel.Execution.Tests.Trading.Binance.OverSocket;

/// <summary>What an order's answer over the WebSocket API proves, and which way the order goes.</summary>
public sealed class OrderSessionTests
{
    private static readonly NewOrder Order = new("BTCUSDT", "d-1", Side.Buy, SpotOrderType.Limit, 0.0010m, 30_000.50m);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    [Test]
    public async Task Order_with_an_hmac_key_is_signed_over_its_sorted_parameters()
    {
        await using var exchange = await ScriptedExchange.Start();
        var answer = await exchange.Client.Place(Order, default);

        Assert.That(answer.Value, Has.Property("OrderId").EqualTo(7));
        Assert.That(exchange.OverRest, Is.Zero);
        var fields = exchange.Of("order.place").Single()["params"]!.AsObject();
        var payload = string.Join('&', fields.Where(f => f.Key != "signature").Select(f => $"{f.Key}={f.Value}"));
        Assert.That(fields.Select(f => f.Key).SkipLast(1), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
        Assert.That(payload, Does.StartWith($"apiKey={ScriptedExchange.ApiKey}&newClientOrderId=d-1&newOrderRespType=FULL&price=30000.5"
            + "&quantity=0.001&recvWindow=5000&side=BUY&symbol=BTCUSDT&timeInForce=GTC&timestamp="));
        Assert.That((string?)fields["signature"], Is.EqualTo(
            new HmacSigner(ScriptedExchange.ApiKey, ScriptedExchange.Secret).Sign(Encoding.UTF8.GetBytes(payload))));
    }

    [Test]
    public async Task Ed25519_key_logs_on_once_and_its_orders_carry_neither_key_nor_signature()
    {
        await using var exchange = await ScriptedExchange.Start(new Ed25519Signer(ScriptedExchange.ApiKey, new byte[32]));
        await exchange.Client.Place(Order, default);
        await exchange.Client.Cancel("BTCUSDT", "d-1", default);

        Assert.That(exchange.Of("session.logon"), Has.Count.EqualTo(1));
        foreach (var asked in new[] { exchange.Of("order.place").Single(), exchange.Of("order.cancel").Single() })
            Assert.That(asked["params"]!.AsObject().Select(f => f.Key), Has.None.EqualTo("apiKey").And.None.EqualTo("signature"));
    }

    [TestCase(400, -2010, "Account has insufficient balance for requested action.", FailureKind.Rejected)]
    [TestCase(400, -1013, "Filter failure: LOT_SIZE", FailureKind.Rejected)]
    [TestCase(400, -2010, "Duplicate order sent.", FailureKind.Duplicate)]
    [TestCase(401, -2015, "Invalid API-key, IP, or permissions for action.", FailureKind.Authentication)]
    [TestCase(429, -1003, "Too much request weight used.", FailureKind.RateLimited)]
    [TestCase(429, -1015, "Too many new orders.", FailureKind.RateLimited)]
    [TestCase(418, -1003, "Way too much request weight used.", FailureKind.RateLimited)]
    [TestCase(400, -1008, "Server is currently overloaded.", FailureKind.NotTaken)]
    [TestCase(503, -1007, "Timeout waiting for response from backend server.", FailureKind.OutcomeUnknown)]
    [TestCase(500, -1000, "An unknown error occurred.", FailureKind.OutcomeUnknown)]
    [TestCase(400, -1006, "An unexpected response was received.", FailureKind.OutcomeUnknown)]
    [TestCase(200, -2010, "An error that says it is none.", FailureKind.OutcomeUnknown)]
    public async Task Refusal_proves_what_it_proves_over_rest(int status, int code, string text, FailureKind kind)
    {
        await using var exchange = await ScriptedExchange.Start();
        exchange.OnOrder = message => [ScriptedExchange.Refused(message, status, code, text)];

        Assert.That((await exchange.Client.Place(Order, default)).Failure, Has.Property("Kind").EqualTo(kind));
        Assert.That(exchange.OverRest, Is.Zero, "an order goes one way");
    }

    [TestCase("\0{]garbage", "unreadable-answer")]
    [TestCase("{\"id\":2,\"status\":", "unreadable-answer")]
    [TestCase("{\"id\":2,\"status\":\"fine\"}", "unreadable-answer")]
    [TestCase("{\"id\":2,\"status\":200,\"result\":{\"symbol\":\"BTCUSDT\"}}", "unreadable-answer")]
    [TestCase("{\"id\":2,\"status\":200,\"result\":{\"symbol\":\"BTCUSDT\",\"orderId\":7,\"clientOrderId\":\"d-2\",\"side\":\"BUY\"}}",
        "unreadable-answer")]
    [TestCase("{\"id\":404,\"status\":200,\"result\":{}}", "timeout")]
    public async Task Answer_that_says_nothing_of_the_order_leaves_it_unknown(string text, string code)
    {
        await using var exchange = await ScriptedExchange.Start(timeout: Short);
        exchange.OnOrder = _ => [text];

        Assert.That((await exchange.Client.Place(Order, default)).Failure, Has.Property("Kind").EqualTo(FailureKind.OutcomeUnknown)
            .And.Property("Code").EqualTo(code));
        Assert.That(exchange.OverRest, Is.Zero, "an order goes one way");
    }

    [Test]
    public async Task Answer_that_comes_late_is_taken_for_no_other_order()
    {
        await using var exchange = await ScriptedExchange.Start(timeout: Short);
        JsonNode? first = null;
        exchange.OnOrder = message =>
        {
            if (first is not null) return [ScriptedExchange.Refused(first, 400, -2010, "late"), ScriptedExchange.Taken(message)];
            first = message;
            return [];
        };
        Assert.That((await exchange.Client.Place(Order, default)).Failure, Has.Property("Code").EqualTo("timeout"));
        var second = await exchange.Client.Place(Order with { Name = "d-2" }, default);
        Assert.That(second.Value, Has.Property("ClientOrderId").EqualTo("d-2"));
    }

    [Test]
    public async Task Answers_that_change_places_are_each_their_own_orders()
    {
        await using var exchange = await ScriptedExchange.Start();
        JsonNode? first = null;
        exchange.OnOrder = message =>
        {
            if (first is not null) return [ScriptedExchange.Taken(message), ScriptedExchange.Taken(first)];
            first = message;
            return [];
        };
        var one = exchange.Client.Place(Order, default);
        await Eventually.True(() => first is not null, "the first order came");
        var two = await exchange.Client.Place(Order with { Name = "d-2" }, default);
        Assert.That((two.Value!.ClientOrderId, (await one).Value!.ClientOrderId), Is.EqualTo(("d-2", "d-1")));
    }

    [Test]
    public async Task Connection_that_ends_after_the_order_left_leaves_it_unknown_and_the_next_order_finds_a_new_one()
    {
        await using var exchange = await ScriptedExchange.Start();
        exchange.OnOrder = _ => null;
        Assert.That((await exchange.Client.Place(Order, default)).Failure, Has.Property("Kind").EqualTo(FailureKind.OutcomeUnknown)
            .And.Property("Code").EqualTo("connection-lost"));
        Assert.That(exchange.OverRest, Is.Zero, "an order goes one way");

        await exchange.Ready();
        exchange.OnOrder = message => [ScriptedExchange.Taken(message)];
        Assert.That((await exchange.Client.Place(Order, default)).IsGiven, Is.True);
        Assert.That((exchange.OverRest, exchange.Connections), Is.EqualTo((0, 2)));
    }

    [Test]
    public async Task Order_goes_over_rest_while_there_is_no_connection()
    {
        await using var exchange = await ScriptedExchange.Start();
        exchange.Session.Dispose();
        await Eventually.True(() => !exchange.Session.IsReady, "the connection is gone");

        Assert.That((await exchange.Client.Place(Order, default)).Value, Has.Property("OrderId").EqualTo(8));
        Assert.That((exchange.OverRest, exchange.Of("order.place").Count), Is.EqualTo((1, 0)));
    }
}
