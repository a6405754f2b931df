using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace Superintel.Execution.Tests.Trading.Binance;

/// <summary>Order lists of the simulated exchange: the market is at 50,000.</summary>
public sealed class OrderListTests
{
    private const string Oco = "symbol=BTCUSDT&side=SELL&quantity=1&aboveType=LIMIT_MAKER&abovePrice=55000&belowType=STOP_LOSS_LIMIT"
        + "&belowStopPrice=45000&belowPrice=44000&belowTimeInForce=GTC&listClientOrderId=pair-1";

    private SignedCalls calls = null!;

    [SetUp]
    public async Task Start() => calls = await SignedCalls.Start();

    [TearDown]
    public async Task Stop() => await calls.DisposeAsync();

    [TestCase("55100", "EXPIRED", "FILLED")]
    [TestCase("44500", "FILLED", "EXPIRED")]
    public async Task Pair_when_one_of_it_trades_loses_the_other(string price, string stop, string limit)
    {
        var (stopId, limitId) = Two(await calls.Ask("POST", "/api/v3/orderList/oco", Oco));
        calls.Server.Exchange.MoveTo("BTCUSDT", decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture));
        Assert.That((await calls.Status(stopId), await calls.Status(limitId)), Is.EqualTo((stop, limit)));
        var list = await calls.Ask("GET", "/api/v3/orderList", "origClientOrderId=pair-1");
        Assert.That(list["listOrderStatus"]!.ToString(), Is.EqualTo("ALL_DONE"));
    }

    [Test]
    public async Task Pair_binds_what_one_of_it_can_trade()
    {
        await calls.Ask("POST", "/api/v3/orderList/oco", Oco);
        var account = await calls.Ask("GET", "/api/v3/account");
        var coins = account["balances"]!.AsArray().Single(row => row!["asset"]!.ToString() == "BTC")!;
        Assert.That((coins["free"]!.ToString(), coins["locked"]!.ToString()), Is.EqualTo(("9.00000000", "1.00000000")));
    }

    [TestCase("DELETE", "/api/v3/orderList", "symbol=BTCUSDT&listClientOrderId=pair-1")]
    [TestCase("DELETE", "/api/v3/openOrders", "symbol=BTCUSDT")]
    [TestCase("DELETE", "/api/v3/order", "symbol=BTCUSDT&orderId=2")]
    public async Task Pair_when_any_of_it_is_canceled_is_canceled_whole(string method, string path, string query)
    {
        var (stopId, limitId) = Two(await calls.Ask("POST", "/api/v3/orderList/oco", Oco));
        await calls.Ask(method, path, query);
        Assert.That((await calls.Status(stopId), await calls.Status(limitId)), Is.EqualTo(("CANCELED", "CANCELED")));
        Assert.That((await calls.Ask("GET", "/api/v3/openOrderList")).AsArray(), Is.Empty);
    }

    [Test]
    public async Task Older_way_to_a_pair_makes_the_same()
    {
        var placed = await calls.Ask("POST", "/api/v3/order/oco",
            "symbol=BTCUSDT&side=BUY&quantity=1&price=45000&stopPrice=55000&stopLimitPrice=56000&stopLimitTimeInForce=GTC");
        var types = placed["orderReports"]!.AsArray().Select(row => row!["type"]!.ToString());
        Assert.That(types, Is.EqualTo(new[] { "LIMIT_MAKER", "STOP_LOSS_LIMIT" }));
    }

    [Test]
    public async Task Waiting_pair_is_sent_when_the_working_order_has_filled_and_goes_when_it_is_canceled()
    {
        const string otoco = "symbol=BTCUSDT&workingType=LIMIT&workingSide=BUY&workingPrice=49000&workingQuantity=1&workingTimeInForce=GTC"
            + "&pendingSide=SELL&pendingQuantity=1&pendingAboveType=LIMIT_MAKER&pendingAbovePrice=56000&pendingBelowType=STOP_LOSS"
            + "&pendingBelowStopPrice=40000";
        var first = Ids(await calls.Ask("POST", "/api/v3/orderList/otoco", otoco));
        Assert.That((await calls.Status(first[0]), await calls.Status(first[1])), Is.EqualTo(("NEW", "PENDING_NEW")));
        await calls.Ask("DELETE", "/api/v3/order", $"symbol=BTCUSDT&orderId={first[0]}");
        Assert.That((await calls.Status(first[1]), await calls.Status(first[2])), Is.EqualTo(("CANCELED", "CANCELED")));

        var second = Ids(await calls.Ask("POST", "/api/v3/orderList/otoco", otoco));
        calls.Server.Exchange.MoveTo("BTCUSDT", 48_900m);
        Assert.That((await calls.Status(second[0]), await calls.Status(second[1])), Is.EqualTo(("FILLED", "NEW")));
        calls.Server.Exchange.MoveTo("BTCUSDT", 56_100m);
        Assert.That((await calls.Status(second[1]), await calls.Status(second[2])), Is.EqualTo(("EXPIRED", "FILLED")));
    }

    [TestCase("aboveType=LIMIT_MAKER&abovePrice=55000&belowType=LIMIT_MAKER&belowPrice=45000", -1168)]
    [TestCase("aboveType=STOP_LOSS&aboveStopPrice=55000&belowType=LIMIT_MAKER&belowPrice=45000", -1166)]
    [TestCase("aboveType=LIMIT_MAKER&abovePrice=45000&belowType=STOP_LOSS&belowStopPrice=44000", -2010)]
    [TestCase("aboveType=MARKET&belowType=STOP_LOSS&belowStopPrice=44000", -1158)]
    [TestCase("aboveType=LIMIT_MAKER&belowType=STOP_LOSS&belowStopPrice=44000", -1102)]
    public async Task Pair_that_is_none_is_refused_and_leaves_nothing(string legs, int code)
    {
        var refused = await calls.Ask("POST", "/api/v3/orderList/oco", $"symbol=BTCUSDT&side=SELL&quantity=1&{legs}");
        Assert.That((int)refused["code"]!, Is.EqualTo(code), refused.ToJsonString());
        Assert.That((await calls.Ask("GET", "/api/v3/openOrders")).AsArray(), Is.Empty);
    }

    [Test]
    public async Task Listener_by_key_hears_a_pair_begin_and_end()
    {
        var key = (await calls.Ask("POST", "/api/v3/userDataStream", sign: false))["listenKey"]!.ToString();
        using var socket = new ClientWebSocket();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await socket.ConnectAsync(new Uri($"{calls.StreamsUrl}/ws/{key}"), deadline.Token);
        await Superintel.TestKit.Eventually.True(() => calls.Server.Listeners == 1, "the server knows the listener");
        await calls.Ask("POST", "/api/v3/orderList/oco", Oco);
        await calls.Ask("DELETE", "/api/v3/orderList", "symbol=BTCUSDT&listClientOrderId=pair-1");
        var heard = new List<string>();
        while (!heard.Contains("listStatus ALL_DONE"))
        {
            var said = await Next(socket, deadline.Token);
            if (said["e"]!.ToString() == "listStatus") heard.Add($"listStatus {said["L"]}");
            if (said["e"]!.ToString() == "executionReport") heard.Add($"{said["o"]} {said["X"]} {said["g"]}");
        }
        Assert.That(heard, Is.EqualTo(new[]
        {
            "STOP_LOSS_LIMIT NEW 1", "LIMIT_MAKER NEW 1", "listStatus EXECUTING", "STOP_LOSS_LIMIT CANCELED 1", "LIMIT_MAKER CANCELED 1",
            "listStatus ALL_DONE",
        }));
    }

    private static async Task<JsonNode> Next(ClientWebSocket socket, CancellationToken ct)
    {
        var buffer = new byte[64 * 1024];
        var part = await socket.ReceiveAsync(buffer, ct);
        Assert.That(part.EndOfMessage, Is.True);
        return JsonNode.Parse(buffer.AsSpan(0, part.Count))!;
    }

    private static long[] Ids(JsonNode placed)
    {
        Assert.That(placed["orders"], Is.Not.Null, placed.ToJsonString());
        return [.. placed["orders"]!.AsArray().Select(row => (long)row!["orderId"]!)];
    }

    private static (long, long) Two(JsonNode placed) => Ids(placed) is [var one, var other] ? (one, other) : default;
}
