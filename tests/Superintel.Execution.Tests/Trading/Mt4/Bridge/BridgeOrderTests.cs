using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Superintel.Execution.Trading;
using Superintel.TestKit;
using Superintel.Venue.Mt4;
using Superintel.Venue.Mt4.Messages;

namespace Superintel.Execution.Tests.Trading.Mt4.Bridge;

/// <summary>The contract's rules for orders, at the real bridge.</summary>
public sealed class BridgeOrderTests
{
    private static readonly Mt4OrderRequest Order = new("o1", "EURUSD", "BUY", "LIMIT", 0.10m, 1.05m, null, 5350);

    [Test]
    public async Task Same_order_again_gives_the_first_and_another_one_under_its_name_is_refused()
    {
        await using var bridged = await BridgedMt4.Start();
        using var http = Http(bridged, BridgedMt4.Token);
        using var first = await http.PostAsJsonAsync("/v1/orders", Json(Order));
        using var again = await http.PostAsJsonAsync("/v1/orders", Json(Order with { Lots = 0.1m }));
        using var other = await http.PostAsJsonAsync("/v1/orders", Json(Order with { Lots = 0.2m }));
        Assert.Multiple(() =>
        {
            Assert.That((first.StatusCode, again.StatusCode, other.StatusCode),
                Is.EqualTo((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.Conflict)));
            Assert.That(again.Content.ReadAsStringAsync().Result, Is.EqualTo(first.Content.ReadAsStringAsync().Result));
            Assert.That(bridged.Exchange.Orders, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public async Task Many_at_once_with_the_same_name_are_one_order()
    {
        await using var bridged = await BridgedMt4.Start();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bridged.Client.Place(Order, default)));
        Assert.That(answers.Select(answer => answer.Value?.Ticket), Is.All.EqualTo(1));
        Assert.That(bridged.Exchange.Orders, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Order_for_a_terminal_that_is_not_there_proves_that_nothing_left()
    {
        await using var bridged = await BridgedMt4.Start(hasTerminal: false);
        var answer = await bridged.Client.Place(Order, default);
        Assert.That((answer.Failure!.Kind, answer.Failure.Code), Is.EqualTo((Mt4FailureKind.NotDone, "TERMINAL_OFFLINE")));
        Assert.That((await bridged.Client.ByClientId(Order.ClientOrderId, default)).Failure!.Kind, Is.EqualTo(Mt4FailureKind.NotFound));
        Assert.That((await bridged.Client.Positions(default)).IsGiven, Is.False, "silence is never an empty account");
    }

    [TestCase(134, HttpStatusCode.UnprocessableEntity, Mt4FailureKind.Rejected)]
    [TestCase(1, HttpStatusCode.GatewayTimeout, Mt4FailureKind.Unknown)]
    [TestCase(128, HttpStatusCode.GatewayTimeout, Mt4FailureKind.Unknown)]
    [TestCase(2, HttpStatusCode.GatewayTimeout, Mt4FailureKind.Unknown)]
    public async Task Error_of_the_terminal_proves_what_MetaTrader_says_of_it(int error, HttpStatusCode status, Mt4FailureKind kind)
    {
        await using var bridged = await BridgedMt4.Start();
        bridged.Terminal!.Trades.Errors.Enqueue(error);
        using var http = Http(bridged, BridgedMt4.Token);
        using var response = await http.PostAsJsonAsync("/v1/orders", Json(Order));
        Assert.That(response.StatusCode, Is.EqualTo(status));
        var again = await bridged.Client.Place(Order, default);
        Assert.That((again.Failure!.Kind, again.Failure.MtCode), Is.EqualTo((kind, error)), "the same question has the same answer");
        Assert.That(bridged.Exchange.Orders, Is.Empty, "and is not put to the terminal again");
    }

    [Test]
    public async Task Working_order_is_cancelled_once_and_then_over()
    {
        await using var bridged = await BridgedMt4.Start();
        var ticket = (await bridged.Client.Place(Order, default)).Value!.Ticket!.Value;
        Assert.That((await bridged.Client.Orders(default)).Value!.Select(order => order.ClientOrderId), Is.EqualTo([Order.ClientOrderId]));
        Assert.That((await bridged.Client.Delete(ticket, default)).Value!.State, Is.EqualTo("CANCELLED"));
        Assert.That((await bridged.Client.Delete(ticket, default)).Failure!.Code, Is.EqualTo("NOT_PENDING"));
        Assert.That((await bridged.Client.ByClientId(Order.ClientOrderId, default)).Value!.State, Is.EqualTo("CANCELLED"));
    }

    [Test]
    public async Task Pending_order_that_trades_is_told_by_an_event()
    {
        await using var bridged = await BridgedMt4.Start();
        var ticket = bridged.Ticket(OrderType.Limit, 1.05m);
        await bridged.Broker.Submit(ticket, default);
        bridged.Exchange.MoveTo("EURUSD", 1.04m);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var filled = await bridged.Broker.Events(limit.Token).OfType<BrokerEvent.Filled>().FirstAsync(limit.Token);
        Assert.That((filled.ClientOrderId, filled.Quantity.Value), Is.EqualTo((ticket.ClientOrderId, 10_000m)));
        Assert.That((await bridged.Client.Positions(default)).Value!.Single().Lots, Is.EqualTo(0.1m));
    }

    [TestCase("""{"clientOrderId":"o1","symbol":"EURUSD","side":"BUY","type":"MARKET","lots":"0.1","magic":1,"trailing":"1.0"}""")]
    [TestCase("""{"clientOrderId":"o1","symbol":"EURUSD","side":"BUY","type":"MARKET","lots":"0.1","magic":1,"stopLoss":"-1"}""")]
    [TestCase("""{"clientOrderId":"o1","symbol":"EUR","side":"BUY","type":"MARKET","lots":"1","magic":1,"stopLoss":"1","reduces":true}""")]
    [TestCase("""{"clientOrderId":"o 1","symbol":"EURUSD","side":"BUY","type":"MARKET","lots":"0.1","magic":1}""")]
    [TestCase("""{"clientOrderId":"o1","symbol":"EURUSD","side":"BUY","type":"LIMIT","lots":"0.1","magic":1}""")]
    [TestCase("""{"clientOrderId":"o1","symbol":"EURUSD","side":"BOTH","type":"MARKET","lots":"0.1","magic":1}""")]
    [TestCase("""{"clientOrderId":"o1","symbol":"EUR\tUSD","side":"BUY","type":"MARKET","lots":"0.1","magic":1}""")]
    [TestCase("""{"clientOrderId":"o1","side":"BUY"}""")]
    [TestCase("null")]
    [TestCase("[")]
    public async Task Body_that_is_not_an_order_of_the_contract_is_refused(string body)
    {
        await using var bridged = await BridgedMt4.Start();
        using var http = Http(bridged, BridgedMt4.Token);
        using var content = new StringContent(body);
        using var response = await http.PostAsync("/v1/orders", content);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(bridged.Exchange.Orders, Is.Empty);
    }

    [TestCase("")]
    [TestCase(BridgedMt4.TerminalToken)]
    public async Task Every_route_is_closed_without_the_token(string token)
    {
        await using var bridged = await BridgedMt4.Start(hasTerminal: false);
        using var http = Http(bridged, token);
        using var read = await http.GetAsync("/v1/health");
        using var place = await http.PostAsJsonAsync("/v1/orders", Json(Order));
        using var nothing = await http.GetAsync("/nothing");
        Assert.That(new[] { read.StatusCode, place.StatusCode, nothing.StatusCode }, Is.All.EqualTo(HttpStatusCode.Unauthorized));
    }

    [TestCase("")]
    [TestCase(BridgedMt4.Token)]
    public async Task Terminal_s_side_is_closed_without_the_terminal_s_token(string token)
    {
        await using var bridged = await BridgedMt4.Start(hasTerminal: false);
        using var http = new HttpClient { BaseAddress = bridged.Host.TerminalUrl };
        http.DefaultRequestHeaders.Add("X-Terminal-Token", token);
        using var content = new StringContent("");
        using var response = await http.PostAsync("/terminal/v1/exchange", content);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    private static HttpClient Http(BridgedMt4 bridged, string token)
    {
        var http = new HttpClient { BaseAddress = bridged.Host.Url };
        if (token.Length > 0) http.DefaultRequestHeaders.Add("X-Bridge-Token", token);
        return http;
    }

    private static JsonObject Json(Mt4OrderRequest order) => new()
    {
        ["clientOrderId"] = order.ClientOrderId,
        ["symbol"] = order.Symbol,
        ["side"] = order.Side,
        ["type"] = order.Type,
        ["lots"] = $"{order.Lots}",
        ["price"] = $"{order.Price}",
        ["magic"] = order.Magic,
    };
}
