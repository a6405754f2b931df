using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;
using Superintel.ServiceDefaults.Security;

namespace Superintel.Execution.Tests.Service;

/// <summary>What an order would cost, asked over HTTP.</summary>
public sealed class PreviewServiceTests : ServiceFixture
{
    [Test]
    public async Task Trader_hears_what_an_order_would_cost_and_nothing_is_stored()
    {
        var (status, answer) = await Ask(new { instrument = "KO.XNYS", side = "buy", quantity = 100, limitPrice = 60 });

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((Word(answer, "answer"), Word(answer, "venue"), Word(answer, "orderType")), Is.EqualTo(("told", "paper", "limit")));
        Assert.That(answer.GetProperty("commission").GetProperty("amount").GetDecimal(), Is.Zero); // this service's paper is free
        Assert.That(answer.GetProperty("initialMargin").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(await Service.Items("/api/orders"), Is.Empty);
        Assert.That(await Rows("trade_order") + await Rows("paper_order") + await Rows("external_order"), Is.Zero);
    }

    [Test]
    public async Task Order_that_the_venue_would_refuse_is_an_answer()
    {
        var (status, answer) = await Ask(
            new { instrument = "KO.XNYS", side = "sell", quantity = 1, type = "market-on-close", timeInForce = "immediate-or-cancel" });
        Assert.That((status, Word(answer, "answer"), Word(answer, "code")),
            Is.EqualTo((HttpStatusCode.OK, "refused", "order-type-unsupported")));
    }

    [TestCase("""{"instrument":"KO","side":"buy","quantity":1}""", 400, "instrument-invalid")]
    [TestCase("""{"instrument":"NONE.XNYS","side":"buy","quantity":1}""", 404, "unknown-instrument")]
    [TestCase("""{"instrument":"KO.XNYS","side":"buy","quantity":-1}""", 400, "quantity-invalid")]
    [TestCase("""{"instrument":"KO.XNYS","side":"buy","quantity":0.5}""", 400, "quantity-off-lot")]
    [TestCase("""{"instrument":"KO.XNYS","side":"buy","quantity":1,"type":"limit"}""", 400, "limit-price-missing")]
    [TestCase("""{"instrument":"KO.XNYS","side":"both","quantity":1}""", 400, null)]
    [TestCase("""{"instrument":"KO.XNYS","quantity":1}""", 400, null)]
    [TestCase("""{"instrument":null,"side":"buy","quantity":1}""", 400, null)]
    [TestCase("""{"instrument":"KO.XNYS","side":"buy","quantity":1,"send":true}""", 400, null)]
    public async Task Question_that_makes_no_sense_is_refused_with_its_code(string body, int status, string? code)
    {
        using var content = new StringContent(body, MediaTypeHeaderValue.Parse("application/json"));
        var answer = await Client(Roles.Trader).PostAsync("/api/orders/preview", content);
        Assert.That((int)answer.StatusCode, Is.EqualTo(status));
        if (code is not null) Assert.That(Word(await answer.Content.ReadFromJsonAsync<JsonElement>(), "code"), Is.EqualTo(code));
    }

    [Test]
    public async Task Viewer_may_not_ask()
    {
        var answer = await Client(Roles.Viewer).PostAsJsonAsync("/api/orders/preview", new { });
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    private HttpClient Client(string role)
    {
        var client = Service.Anonymous;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Service.Token(role));
        return client;
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> Ask(object body)
    {
        var answer = await Client(Roles.Trader).PostAsJsonAsync("/api/orders/preview", body);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    private async Task<long> Rows(string table)
    {
        await using var source = NpgsqlDataSource.Create(Database.ConnectionString);
        await using var command = source.CreateCommand($"SELECT count(*) FROM execution.{table}");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static string? Word(JsonElement answer, string field) => answer.GetProperty(field).GetString();
}
