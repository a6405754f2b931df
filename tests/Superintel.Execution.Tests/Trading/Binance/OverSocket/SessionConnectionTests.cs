using System.Globalization;
using Superintel.Kernel;
using Superintel.TestKit;
using Superintel.Venue.Binance.Failures;
using Superintel.Venue.Binance.Rules;
using Superintel.Venue.Binance.Signing;

namespace Superintel.Execution.Tests.Trading.Binance.OverSocket;

/// <summary>What else the exchange says on the connection of the orders, and what is done about it.</summary>
public sealed class SessionConnectionTests
{
    private const string Revoked = """
        {"id":null,"status":401,"error":{"code":-2015,"msg":"Invalid API-key, IP, or permissions for action."}}
        """;

    private static readonly NewOrder Order = new("BTCUSDT", "d-1", Side.Buy, SpotOrderType.Limit, 0.001m, 30_000m);

    [Test]
    public async Task Clock_error_is_followed_by_setting_the_clock_and_one_more_attempt()
    {
        await using var exchange = await ScriptedExchange.Start();
        exchange.Ahead = TimeSpan.FromSeconds(30);
        exchange.OnOrder = message => (long)message["params"]!["timestamp"]! < Now() + 15_000
            ? [ScriptedExchange.Refused(message, 400, -1021, "Timestamp for this request is outside of the recvWindow.")]
            : [ScriptedExchange.Taken(message)];

        Assert.That((await exchange.Client.Place(Order, default)).IsGiven, Is.True);
        Assert.That((exchange.Of("order.place").Count, exchange.OverRest), Is.EqualTo((2, 0)));
    }

    [Test]
    public async Task Second_clock_error_in_a_row_is_told()
    {
        await using var exchange = await ScriptedExchange.Start();
        exchange.OnOrder = message => [ScriptedExchange.Refused(message, 400, -1021, "a")];
        Assert.That((await exchange.Client.Place(Order, default)).Failure, Has.Property("Kind").EqualTo(FailureKind.ClockSkew));
        Assert.That((exchange.Of("order.place").Count, exchange.OverRest), Is.EqualTo((2, 0)));
    }

    [Test]
    public async Task Rate_limit_is_one_for_both_ways()
    {
        await using var exchange = await ScriptedExchange.Start();
        var wait = string.Create(CultureInfo.InvariantCulture, $$"""{"serverTime":{{Now()}},"retryAfter":{{Now() + 120_000}}}""");
        exchange.OnOrder = message => [ScriptedExchange.Refused(message, 418, -1003, "banned", wait)];
        var banned = (await exchange.Client.Place(Order, default)).Failure!;
        var asked = (exchange.Asked.Count, exchange.OverRest);
        var later = (await exchange.Client.OpenOrders("BTCUSDT", default)).Failure!;

        Assert.That((banned.Code, banned.RetryAfter > TimeSpan.FromSeconds(110)), Is.EqualTo(("banned", true)));
        Assert.That((later.Kind, later.RetryAfter > TimeSpan.FromSeconds(110)), Is.EqualTo((FailureKind.RateLimited, true)));
        Assert.That((await exchange.Client.Place(Order, default)).Failure, Has.Property("Kind").EqualTo(FailureKind.RateLimited));
        Assert.That((exchange.Asked.Count, exchange.OverRest), Is.EqualTo(asked), "nothing leaves until it is over");
    }

    [Test]
    public async Task Weight_that_the_exchange_has_counted_is_taken_over()
    {
        await using var exchange = await ScriptedExchange.Start();
        exchange.OnOrder = message => [ScriptedExchange.Taken(message, """
            [{"rateLimitType":"ORDERS","interval":"SECOND","intervalNum":10,"limit":50,"count":12},
             {"rateLimitType":"REQUEST_WEIGHT","interval":"MINUTE","intervalNum":1,"limit":6000,"count":321}]
            """)];
        await exchange.Client.Place(Order, default);
        Assert.That(exchange.Rest.Gate.UsedWeight, Is.EqualTo(321).Or.EqualTo(0), "0: the minute ended meanwhile");
    }

    [Test]
    public async Task Server_that_will_shut_down_is_left_for_a_new_connection()
    {
        await using var exchange = await ScriptedExchange.Start();
        await exchange.Say("""{"event":{"e":"serverShutdown","E":1770123456789}}""");
        await Eventually.True(() => exchange.Connections == 2 && exchange.Session.IsReady, "a second connection stands");
        Assert.That((await exchange.Client.Place(Order, default)).Value, Has.Property("OrderId").EqualTo(7));
    }

    [Test]
    public async Task Logon_that_was_taken_back_is_made_anew_before_the_next_order()
    {
        await using var exchange = await ScriptedExchange.Start(new Ed25519Signer(ScriptedExchange.ApiKey, new byte[32]));
        await exchange.Say(Revoked);
        await Eventually.True(() => exchange.Of("session.logon").Count == 2, "logged on anew");
        await exchange.Ready();
        Assert.That((await exchange.Client.Place(Order, default)).Value, Has.Property("OrderId").EqualTo(7));
    }

    [Test]
    public async Task Order_that_is_refused_for_a_lost_logon_is_followed_by_a_new_one()
    {
        await using var exchange = await ScriptedExchange.Start(new Ed25519Signer(ScriptedExchange.ApiKey, new byte[32]));
        exchange.OnOrder = message => [ScriptedExchange.Refused(message, 401, -2015, "Invalid API-key, IP, or permissions for action.")];
        Assert.That((await exchange.Client.Place(Order, default)).Failure, Has.Property("Kind").EqualTo(FailureKind.Authentication));
        await Eventually.True(() => exchange.Of("session.logon").Count == 2, "logged on anew");
    }

    [Test]
    public async Task Exchange_that_repeats_a_key_is_not_repeated()
    {
        await using var exchange = await ScriptedExchange.Start();
        exchange.OnOrder = message => [ScriptedExchange.Refused(
            message, 400, -1100, $"Illegal {ScriptedExchange.ApiKey}, signature={message["params"]!["signature"]}")];
        var failure = (await exchange.Client.Place(Order, default)).Failure!;
        Assert.That(failure.ToString(), Does.Not.Contain(ScriptedExchange.ApiKey));
        Assert.That(failure.ToString(), Does.Not.Contain((string?)exchange.Of("order.place").Single()["params"]!["signature"]));
    }

    private static long Now() => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
}
