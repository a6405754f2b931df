using Superintel.Venue.Ibkr.Messages;
using Superintel.Venue.Ibkr.Messages.Requests;
using Superintel.Venue.Ibkr.Wire;
using TwsContract = Superintel.Venue.Ibkr.Messages.Contract;

namespace Superintel.Execution.Tests.Trading.Ibkr.Wire;

public sealed class GoldenRequestTests
{
    private static readonly TwsContract Apple = TwsContract.Stock("AAPL", "USD");

    private static IEnumerable<TestCaseData> ProfileA()
    {
        yield return Case("startApi", new StartApi(7));
        yield return Case("reqIds", default(RequestIds));
        yield return Case("reqManagedAccts", default(RequestManagedAccounts));
        yield return Case("reqCurrentTime", default(RequestCurrentTime));
        yield return Case("reqMarketDataType", new RequestMarketDataType(3));
        yield return Case("reqAccountSummary", new RequestAccountSummary(9001, "All", "NetLiquidation,TotalCashValue,BuyingPower"));
        yield return Case("cancelAccountSummary", new CancelAccountSummary(9001));
        yield return Case("reqPositions", default(RequestPositions));
        yield return Case("cancelPositions", default(CancelPositions));
        yield return Case("reqContractDetails_1", new RequestContractDetails(9002, Apple));
        yield return Case("reqMktData_1", new RequestMarketData(9003, Apple));
        yield return Case("cancelMktData", new CancelMarketData(9003));
        yield return Case("reqMktDepth", new RequestMarketDepth(9004, Apple, 10, Smart: true));
        yield return Case("reqHistoricalData_1", new RequestHistoricalData(9005, Apple, "", "5 mins", "1 D", true, "TRADES", 1));
        yield return Case("cancelHistoricalData", new CancelHistoricalData(9005));
        yield return Case("reqRealTimeBars", new RequestRealTimeBars(9006, Apple, "TRADES", RegularHours: true));
        yield return Case("reqExecutions_1", new RequestExecutions(9007));
        yield return Case("reqOpenOrders", default(RequestOpenOrders));
        yield return Case("cancelOrder", new CancelOrder(101));
        yield return Case("placeOrder_LMT_BUY_DAY", Order(101, "BUY", "LMT", "DAY", limit: 150.25m));
        yield return Case("placeOrder_MKT_SELL_DAY", Order(102, "SELL", "MKT", "DAY"));
        yield return Case("placeOrder_STP_SELL_GTC", Order(103, "SELL", "STP", "GTC", aux: 145.5m));
    }

    private static IEnumerable<GoldenVector> Requests => GoldenVector.All.Where(v => v.Kind == "request" && v.Name != "handshake");

    [TestCaseSource(nameof(ProfileA))]
    public void Request_is_written_to_the_byte_as_IBs_own_client_writes_it(string name, Func<byte[]> encode) =>
        Assert.That(Convert.ToHexString(encode()), Is.EqualTo(GoldenVector.Request("ibofficial", name).Hex).IgnoreCase);

    [TestCaseSource(nameof(Requests))]
    public void Request_of_any_client_is_read_as_the_one_of_IBs_own(GoldenVector vector)
    {
        var theirs = Read(vector);
        var official = Read(GoldenVector.Request("ibofficial", vector.Name));
        Assert.That(theirs, Is.EqualTo(official));
    }

    [TestCase("ibofficial", 100, 199)]
    [TestCase("stoqey", 100, 193)]
    [TestCase("ibasync", 157, 178)]
    public void Greeting_is_read_whoever_writes_it(string client, int least, int most)
    {
        var bytes = GoldenVector.Request(client, "handshake").Frame;
        var fault = Handshake.ReadHello(bytes, out var readLeast, out var readMost, out var used);
        Assert.That((fault, readLeast, readMost, used), Is.EqualTo((WireFault.None, least, most, bytes.Length)));
    }

    [Test]
    public void Greeting_that_is_cut_anywhere_waits_for_the_rest()
    {
        var hello = Handshake.Hello("v100..176");
        for (var cut = 0; cut < hello.Length; cut++)
        {
            var fault = Handshake.ReadHello(hello.AsSpan(0, cut), out _, out _, out var used);
            Assert.That((fault, used), Is.EqualTo((WireFault.None, 0)), $"cut at {cut}");
        }
    }

    [Test]
    public void Every_order_field_this_desk_sets_survives_the_wire()
    {
        var order = new PlaceOrder(77, Apple with { ConId = 265598, PrimaryExchange = "NASDAQ" }, new OrderTerms
        {
            Action = "SELL", Quantity = 12.5m, OrderType = "TRAIL", LimitPrice = 1.25m, AuxPrice = 0.0001m, TimeInForce = "GTD",
            GoodTillDate = "20261231-23:59:59", OcaGroup = "pair-1", OcaType = 1, Account = "DU1", OrderRef = "oabc-0-0", ParentId = 76,
            OutsideRegularHours = true, TrailStopPrice = 149m, TrailingPercent = 1.5m, WhatIf = true,
        }, Transmit: false);
        var body = Codec.Encode(new FrameWriter(), order)[4..];
        Assert.That(Codec.Decode<PlaceOrder>(body.Span, out var read), Is.EqualTo(WireFault.None));
        Assert.That(read, Is.EqualTo(order));
        Assert.That(body.Span.Count((byte)0), Is.EqualTo(115));
    }

    [Test]
    public void Text_with_a_NUL_is_refused_before_it_can_forge_a_field() =>
        Assert.That(() => new FrameWriter().Begin(3).Text("a\0b"), Throws.ArgumentException);

    private static object Read(GoldenVector vector)
    {
        var read = new Collected();
        Assert.That(ClientMessages.Dispatch(vector.Body, read), Is.EqualTo(WireFault.None));
        return read.Messages.Single();
    }

    private static PlaceOrder Order(int id, string action, string type, string tif, decimal? limit = null, decimal? aux = null) =>
        new(id, Apple, new OrderTerms
        {
            Action = action, Quantity = 100m, OrderType = type, LimitPrice = limit, AuxPrice = aux, TimeInForce = tif,
        });

    private static TestCaseData Case<T>(string name, T message)
        where T : IWireMessage<T> => new(name, () => Codec.Encode(new FrameWriter(), message).ToArray()) { TestName = $"Profile A {name}" };
}
