namespace Superintel.Execution.Tests.Trading.Binance;

/// <summary>The simulated exchange refuses in Binance's own words; rest-api.md and errors.md of its documentation.</summary>
public sealed class OrderWordTests
{
    private const string Limit = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC";
    private SignedCalls calls = null!;

    [OneTimeSetUp]
    public async Task Start() => calls = await SignedCalls.Start();

    [OneTimeTearDown]
    public async Task Stop() => await calls.DisposeAsync();

    [TestCase($"{Limit}&quantity=abc&price=45000", -1100)]
    [TestCase($"{Limit}&quantity=-1&price=45000", -1100)]
    [TestCase($"{Limit}&quantity=&price=45000", -1105)]
    [TestCase($"{Limit}&quantity=0.000000001&price=45000", -1111)]
    [TestCase($"{Limit}&quantity=0.0000151&price=45000", -1013)]
    [TestCase($"{Limit}&quantity=1&price=45000.001", -1013)]
    [TestCase($"{Limit}&quantity=1&price=400000", -1013)]
    [TestCase($"{Limit}&quantity=0.0001&price=45000", -1013)]
    [TestCase($"{Limit}&quantity=1&price=45000&newClientOrderId=a%20b", -1100)]
    [TestCase($"{Limit}&quantity=1&price=45000&stopPrice=1", -1106)]
    [TestCase($"{Limit}&quantity=1&price=45000&recvWindow=70000", -1131)]
    [TestCase($"{Limit}&quantity=1", -1102)]
    [TestCase("symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=XXX&quantity=1&price=45000", -1115)]
    [TestCase("symbol=BTCUSDT&side=BUY&type=MARKET&quantity=1&timeInForce=GTC", -1106)]
    [TestCase("symbol=BTCUSDT&side=UP&type=MARKET&quantity=1", -1117)]
    [TestCase("symbol=BTCUSDT&side=BUY&type=FOO&quantity=1", -1116)]
    [TestCase("symbol=NOPE&side=BUY&type=MARKET&quantity=1", -1121)]
    [TestCase("side=BUY&type=MARKET&quantity=1", -1102)]
    [TestCase("symbol=BTCUSDT&side=SELL&type=LIMIT&timeInForce=GTC&quantity=100&price=55000", -2010)]
    [TestCase("symbol=BTCUSDT&side=SELL&type=STOP_LOSS&quantity=1&stopPrice=55000", -2010)]
    [TestCase("symbol=BTCUSDT&side=SELL&type=STOP_LOSS&quantity=1&trailingDelta=5", -1013)]
    public async Task Order_that_is_not_in_order_has_its_code(string query, int code) =>
        Assert.That((int)(await calls.Ask("POST", "/api/v3/order", query))["code"]!, Is.EqualTo(code));

    [TestCase("GET", "/api/v3/order", "symbol=BTCUSDT", -1102)]
    [TestCase("GET", "/api/v3/order", "symbol=BTCUSDT&orderId=99999", -2013)]
    [TestCase("DELETE", "/api/v3/order", "symbol=BTCUSDT&orderId=99999", -2011)]
    [TestCase("DELETE", "/api/v3/orderList", "symbol=BTCUSDT&orderListId=99999", -2011)]
    [TestCase("GET", "/api/v3/allOrders", "symbol=BTCUSDT&startTime=0&endTime=86400001", -1127)]
    [TestCase("GET", "/api/v3/exchangeInfo", "symbol=NOPE", -1121)]
    [TestCase("GET", "/api/v3/klines", "symbol=BTCUSDT&interval=7m", -1120)]
    [TestCase("PUT", "/api/v3/userDataStream", "listenKey=nobody", -1125)]
    public async Task Question_about_nothing_has_its_code(string method, string path, string query, int code) =>
        Assert.That((int)(await calls.Ask(method, path, query))["code"]!, Is.EqualTo(code));

    [TestCase("ACK", false, false)]
    [TestCase("RESULT", true, false)]
    [TestCase("FULL", true, true)]
    public async Task Answer_tells_as_much_as_was_asked_for(string kind, bool status, bool fills)
    {
        var told = await calls.Ask(
            "POST", "/api/v3/order", $"symbol=BTCUSDT&side=BUY&type=MARKET&quoteOrderQty=100&newOrderRespType={kind}");
        Assert.That((told["status"] is not null, told["fills"] is not null), Is.EqualTo((status, fills)));
        var kept = await calls.Ask("GET", "/api/v3/order", $"symbol=BTCUSDT&orderId={told["orderId"]}");
        Assert.That(kept["origQuoteOrderQty"]!.ToString(), Is.EqualTo("100.00000000"));
    }

    [Test]
    public async Task Order_made_smaller_keeps_its_number_and_a_bigger_one_is_refused()
    {
        var id = (await calls.Ask("POST", "/api/v3/order", $"{Limit}&quantity=1&price=45000"))["orderId"]!;
        var less = await calls.Ask("PUT", "/api/v3/order/amend/keepPriority", $"symbol=BTCUSDT&orderId={id}&newQty=0.5");
        Assert.That(less["amendedOrder"]!["origQty"]!.ToString(), Is.EqualTo("0.50000000"));
        var more = await calls.Ask("PUT", "/api/v3/order/amend/keepPriority", $"symbol=BTCUSDT&orderId={id}&newQty=2");
        Assert.That((int)more["code"]!, Is.EqualTo(-2038));
    }

    [Test]
    public async Task Stop_that_trails_in_points_follows_the_market_and_triggers_behind_it()
    {
        const string stop = "symbol=ETHUSDT&side=SELL&type=STOP_LOSS&quantity=1&trailingDelta=100";
        var id = (long)(await calls.Ask("POST", "/api/v3/order", stop))["orderId"]!;
        async Task<string> Status() => (await calls.Ask("GET", "/api/v3/order", $"symbol=ETHUSDT&orderId={id}"))["status"]!.ToString();
        calls.Server.Exchange.MoveTo("ETHUSDT", 2_600m);
        calls.Server.Exchange.MoveTo("ETHUSDT", 2_580m);
        Assert.That(await Status(), Is.EqualTo("NEW"), "a percent below 2,600 is 2,574");
        calls.Server.Exchange.MoveTo("ETHUSDT", 2_570m);
        Assert.That(await Status(), Is.EqualTo("FILLED"));
    }

    [Test]
    public async Task Everybodys_trades_have_a_past_and_ours_are_among_them()
    {
        var before = (await calls.Ask("GET", "/api/v3/trades", "symbol=BTCUSDT&limit=5", sign: false)).AsArray();
        Assert.That(before, Has.Count.EqualTo(5));
        var ours = (await calls.Ask("POST", "/api/v3/order", "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.01"))["fills"]!.AsArray()[0]!;
        var last = (await calls.Ask("GET", "/api/v3/aggTrades", "symbol=BTCUSDT&limit=1", sign: false)).AsArray()[0]!;
        Assert.That(((long)last["a"]!, last["p"]!.ToString()), Is.EqualTo(((long)ours["tradeId"]!, ours["price"]!.ToString())));
    }
}
