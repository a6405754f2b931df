using System.Text;
using System.Text.Json.Nodes;
using Superintel.TestKit;
using Superintel.Venue.Binance.Orders;
using Superintel.Venue.Binance.Rules;
using Superintel.Venue.Binance.Signing;
using Superintel.Venue.Binance.Wire;

namespace Superintel.Execution.Tests.Trading.Binance.OverSocket;

public sealed class ApiRequestTests
{
    // Another client's order, recorded: the same fields, the same signature, but for one that is not sent here.
    [Test]
    [Category(SharedData.Category)]
    public void Order_has_the_fields_of_a_recorded_one()
    {
        var theirs = JsonNode.Parse(Recorded.Json("requests_third_party/ccxt_ws_order_place_32.json").GetProperty("text").GetString()!)!;
        var fields = theirs["params"]!.AsObject();
        fields.Remove("returnRateLimits");
        var request = new ApiRequest();
        var stamp = new RequestStamp(
            new HmacSigner((string)fields["apiKey"]!, "secret"), TimeSpan.FromSeconds(10), (long)fields["timestamp"]!);
        var ours = Json(request.Place(
            2, new NewOrder("BTCUSDT", "si-ws1", Kernel.Side.Buy, SpotOrderType.Limit, 0.001m, 50_000m), in stamp))["params"]!.AsObject();

        foreach (var both in new[] { fields, ours }) both.Remove("signature");
        Assert.That(ours.ToJsonString(), Is.EqualTo(fields.ToJsonString()));
    }

    [Test]
    public void Request_is_written_anew_into_the_same_buffer()
    {
        var request = new ApiRequest();
        var stamp = new RequestStamp(null, TimeSpan.FromSeconds(5), 1_700_000_000_000);
        request.Place(1, new NewOrder("BTCUSDT", "a", Kernel.Side.Sell, SpotOrderType.StopLossLimit, 1m, 2m, 3m), in stamp);
        var second = Json(request.Cancel(2, "ETHUSDT", "b", in stamp));

        Assert.That(second.ToJsonString(), Is.EqualTo(
            """{"id":2,"method":"order.cancel","params":{"origClientOrderId":"b","recvWindow":5000,"symbol":"ETHUSDT","""
            + "\"timestamp\":1700000000000}}"));
    }

    [TestCase("0.00078000", "0.00078")]
    [TestCase("30000", "30000")]
    [TestCase("30000.000", "30000")]
    [TestCase("100", "100")]
    [TestCase("0.00000001", "0.00000001")]
    [TestCase("-0.0000000000000000000000000001", "-0.0000000000000000000000000001")]
    [TestCase("79228162514264337593543950335", "79228162514264337593543950335")]
    public void Decimal_is_plain_digits_without_zeros_at_the_end(string value, string written)
    {
        var into = new byte[PlainDecimal.Longest];
        var text = PlainDecimal.Write(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), into);
        Assert.That(Encoding.ASCII.GetString(text), Is.EqualTo(written));
    }

    private static JsonNode Json(ReadOnlyMemory<byte> text) => JsonNode.Parse(text.Span)!;
}
