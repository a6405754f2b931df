using System.Text;
using Superintel.Kernel;
using Superintel.TestKit;
using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Parse;

namespace Superintel.Execution.Tests.Trading.Binance;

[Category(SharedData.Category)]
public sealed class ParserTests
{
    [Test]
    public void New_order_with_its_fills_is_read()
    {
        var order = OrderParser.Order(Recorded.Payload("rest/Endpoints_Spot_Trading_PlaceOrder.json", "response")).Value!;

        Assert.That(order with { Fills = [] }, Is.EqualTo(new SpotOrder(
            "BTCUSDT", 28, "6gCrw2kRUAF9CvJDGP16IP", OrderStatus.Filled, Side.Sell, "LIMIT", "GTC", 0m, 0m, 10m, 10m, 10m,
            DateTimeOffset.FromUnixTimeMilliseconds(1507725176595), [])).Using<SpotOrder>((a, b) => a with { Fills = b.Fills } == b));
        Assert.That(order.Fills.Select(f => f.TradeId), Is.EqualTo(new[] { 56, 57, 58, 59, 60 }));
        Assert.That(order.Fills[1], Is.EqualTo(new OrderFill(57, 3999m, 5m, 19.995m, "USDT")));
    }

    [Test]
    public void Canceled_order_keeps_its_own_name() => Assert.That(
        OrderParser.Order(Recorded.Payload("rest/Endpoints_Spot_Trading_CancelOrder.json", "response")).Value,
        Has.Property("ClientOrderId").EqualTo("myOrder1").And.Property("Status").EqualTo(OrderStatus.Canceled));

    [Test]
    public void Execution_report_of_a_trade_is_read()
    {
        var report = Read<ExecutionReport>(Recorded.Bytes("nautilus/ws_messages__ws_spot_execution_report_trade.json"));

        Assert.That(report, Is.EqualTo(new ExecutionReport(
            "ETHUSDT", "O-12345-test-trade", 1234567890, Side.Buy, "LIMIT", ExecutionType.Trade, OrderStatus.PartiallyFilled, 1m, 0.5m,
            98765432, 2499.5m, 0.5m, 0.0005m, "ETH", "NONE", DateTimeOffset.FromUnixTimeMilliseconds(1759347763167))));
    }

    [Test]
    public void Event_of_the_websocket_api_is_unwrapped() => Assert.That(
        Read<ExecutionReport>(Recorded.Payload("docs/user_data_stream_Order_Update_1.json")).OrderId, Is.EqualTo(4293153));

    [TestCase("docs/web_socket_streams_Server_Shutdown_1.json", typeof(StreamMessage.ServerShutdown))]
    [TestCase("docs/user_data_stream_Event_Stream_Terminated_1.json", typeof(StreamMessage.UserStreamEnded))]
    [TestCase("docs/user_data_stream_External_Lock_Update_1.json", typeof(StreamMessage.Other))]
    [TestCase("streams/Subscriptions_Spot_Account_AccountPosition.json", typeof(StreamMessage.Balances))]
    [TestCase("streams/Subscriptions_Spot_ExchangeData_Klines.json", typeof(StreamMessage.KlineUpdate))]
    [TestCase("streams/Subscriptions_Spot_ExchangeData_Trades.json", typeof(StreamMessage.Trade))]
    public void Stream_message_is_recognised(string file, Type type) =>
        Assert.That(StreamParser.Parse(Recorded.Payload(file)).Value, Is.TypeOf(type));

    [Test]
    public void Closed_kline_of_futures_is_read()
    {
        var update = Read<StreamMessage.KlineUpdate>(Recorded.Bytes("nautilus/futures__market_data_json__kline_stream_closed.json"));
        Assert.That(update.Closed, Is.True);
    }

    [Test]
    public void Recorded_exchange_info_gives_its_filters()
    {
        var info = ExchangeInfoParser.Parse(Recorded.Bytes("nautilus/http_responses__http_spot_market_exchange_info.json")).Value!;
        var bitcoin = info.Symbols.Single(s => s.Symbol == "BTCUSDT");

        Assert.That(info.RateLimits[0], Is.EqualTo(new RateLimit("REQUEST_WEIGHT", TimeSpan.FromMinutes(1), 1200)));
        Assert.That(bitcoin, Has.Property("Trading").True.And.Property("QuoteAsset").EqualTo("USDT"));
        Assert.That(bitcoin.Filters.Lot!.Step, Is.EqualTo(0.00001m));
        Assert.That(bitcoin.Filters.Price!.Step, Is.EqualTo(0.01m));
        Assert.That(bitcoin.Filters.Notional!.Min, Is.EqualTo(10m));
        Assert.That((bitcoin.Filters.MaxOrders, bitcoin.Filters.MaxAlgoOrders), Is.EqualTo((200, 5)));
    }

    [Test]
    public void Recorded_klines_are_read()
    {
        var klines = MarketParser.Klines(Recorded.Bytes("nautilus/http_responses__http_spot_market_klines.json")).Value!;
        Assert.That(klines[0], Is.EqualTo(new Kline(
            DateTimeOffset.FromUnixTimeMilliseconds(1634943780000), DateTimeOffset.FromUnixTimeMilliseconds(1634943839999),
            60685.22m, 60729.84m, 60670.9m, 60719.27m, 21.63272m, 1313200.0134041m, 617)));
    }

    [Test]
    public void Account_and_its_trades_are_read()
    {
        var account = AccountParser.Account(Recorded.Bytes("nautilus/spot__http_json__account_response.json")).Value!;
        Assert.That(account.Balances, Is.Not.Empty);
        Assert.That(account.CanTrade, Is.True);
    }

    [TestCase("""{"code":-1121,"msg":"Invalid symbol."}""", -1121)]
    [TestCase("""{"msg":"later field first","code":-2010}""", -2010)]
    public void Error_of_the_exchange_is_read(string json, int code) =>
        Assert.That(MarketParser.Error(Encoding.UTF8.GetBytes(json)).Value!.Code, Is.EqualTo(code));

    [TestCase("", "malformed-json")]
    [TestCase("[]", "wrong-type")]
    [TestCase("""{"symbol":"A"}""", "missing-field")]
    [TestCase("""{"symbol":"A","orderId":"x"}""", "bad-number")]
    [TestCase("""{"symbol":"A","orderId":1,"price":"1e5"}""", "bad-number")]
    [TestCase("""{"symbol":"A","orderId":1,"price":"0x"}""", "bad-number")]
    [TestCase("""{"symbol":"\ud800","orderId":1}""", "malformed-json")]
    [TestCase("""{"symbol":"A","orderId":1""", "malformed-json")]
    public void Body_that_is_no_order_gives_a_code(string json, string code) =>
        Assert.That(OrderParser.Order(Encoding.UTF8.GetBytes(json)).Error!.Code, Is.EqualTo(code));

    private static T Read<T>(byte[] json)
        where T : StreamMessage => (T)StreamParser.Parse(json).Value!;

    [Test]
    public void Interval_beyond_all_bounds_is_bounded()
    {
        var told = ExchangeInfoParser.Parse(
            """{"rateLimits":[{"rateLimitType":"ORDERS","interval":"HOUR","intervalNum":2147483647,"limit":1}],"symbols":[]}"""u8);
        Assert.That(told.Value!.RateLimits.Single().Interval, Is.EqualTo(TimeSpan.FromHours(100_000)));
    }

    [TestCase("-1", "0")]
    [TestCase("1", "-1")]
    public void Order_of_less_than_nothing_is_none(string quantity, string executed) => Assert.That(
        OrderParser.Order(Encoding.UTF8.GetBytes(
            $$"""{"symbol":"BTCUSDT","orderId":1,"clientOrderId":"a","origQty":"{{quantity}}","executedQty":"{{executed}}"}""")).IsValid,
        Is.False);
}
