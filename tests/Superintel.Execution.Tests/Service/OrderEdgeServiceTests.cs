using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Tests.Fakes;
using Superintel.ServiceDefaults.Security;
using Superintel.TestKit;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Service;

/// <summary>A halt, a lost order and an alert in the running service.</summary>
public sealed class OrderEdgeServiceTests : ServiceFixture
{
    private static readonly DateTimeOffset Opened = Given.Start;

    [Test]
    public async Task Local_halt_takes_back_what_works_and_says_when_the_venues_have_nothing_left()
    {
        await Service.Deliver(Cleared());
        await Service.Until("/api/orders", rows => rows.Count == 2 && rows.All(row => Status(row) == "accepted"), "both legs work");
        await Service.Grpc().HaltAsync(new() { Reason = "fire", By = "local:ada" });

        await Service.Until("/api/orders", rows => rows.All(row => Status(row) == "canceled"), "both legs are taken back");
        var halt = await Eventually.Get(Halt, standing => standing.ValueKind == JsonValueKind.Object
            && standing.GetProperty("verifiedAt").ValueKind == JsonValueKind.String, "the venues were asked");
        Assert.That(halt.GetProperty("left").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task Senior_resolves_a_lost_order_with_a_reason_and_nobody_below()
    {
        var id = await LostOrder.Store(Service.Transactions);
        Assert.That(await Say(id, Roles.Trader, "not-placed", "seen"), Is.EqualTo((HttpStatusCode.Forbidden, "")));
        Assert.That(await Say(id, Roles.Senior, "filled", "seen"), Is.EqualTo((HttpStatusCode.BadRequest, "outcome-unknown")));
        Assert.That(await Say(id, Roles.Senior, "not-placed", " "), Is.EqualTo((HttpStatusCode.BadRequest, "reason-required")));
        Assert.That(await Say("none", Roles.Senior, "not-placed", "seen"), Is.EqualTo((HttpStatusCode.NotFound, "order-not-found")));
        Assert.That(await Say(id, Roles.Senior, "not-placed", "seen"), Is.EqualTo((HttpStatusCode.OK, "")));
        Assert.That(await Say(id, Roles.Senior, "not-placed", "seen"), Is.EqualTo((HttpStatusCode.Conflict, "nothing-open")));

        Assert.That(await Count("OrderResolved"), Is.EqualTo(1));
    }

    [Test]
    public async Task Senior_enters_an_execution_of_a_lost_order_and_nobody_below()
    {
        var id = await LostOrder.Store(Service.Transactions);
        Assert.That(await Enter(id, Roles.Trader, 1m), Is.EqualTo((HttpStatusCode.Forbidden, "")));
        Assert.That(await Enter(id, Roles.Senior, 1m, key: "a b"), Is.EqualTo((HttpStatusCode.BadRequest, "key-required")));
        Assert.That(await Enter(id, Roles.Senior, 1m, reason: " "), Is.EqualTo((HttpStatusCode.BadRequest, "reason-required")));
        Assert.That(await Enter(id, Roles.Senior, 1_000_000m), Is.EqualTo((HttpStatusCode.BadRequest, "fill-impossible")));
        Assert.That(await Enter(id, Roles.Senior, 1m, currency: "dollars"), Is.EqualTo((HttpStatusCode.BadRequest, "currency-unknown")));
        Assert.That(await Enter("none", Roles.Senior, 1m), Is.EqualTo((HttpStatusCode.NotFound, "order-not-found")));
        Assert.That(await Enter(id, Roles.Senior, 1m), Is.EqualTo((HttpStatusCode.OK, "")));
        Assert.That(await Enter(id, Roles.Senior, 2m), Is.EqualTo((HttpStatusCode.Conflict, "fill-differs")));
        Assert.That(await Enter(id, Roles.Senior, 2m, correct: true), Is.EqualTo((HttpStatusCode.OK, "")));

        var rows = (await (await Service.Get("/api/fills")).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items");
        Assert.That(rows.EnumerateArray().Select(row => row.GetProperty("quantity").GetDecimal()), Does.Contain(2m));
        Assert.That((await Count("OrderFilled"), await Count("FillCorrected"), await Count("OrderResolved")), Is.EqualTo((1L, 1L, 2L)));
    }

    [Test]
    public async Task Alert_is_published_with_what_raised_it()
    {
        await Service.Transactions.RunExclusive(
            async (scope, ct) =>
            {
                await scope.GetRequiredService<IOrderAlerts>().Raise(new OrderAlert("late-fill", "o1", "50 filled", Opened), ct);
                return true;
            },
            default);

        Assert.That(await Count("OrderAlertRaised"), Is.EqualTo(1));
    }

    private static string? Status(JsonElement row) => row.GetProperty("status").GetString();

    private async Task<JsonElement> Halt()
    {
        var answer = await (await Service.Get("/api/reconciliation")).Content.ReadFromJsonAsync<JsonElement>();
        return answer.TryGetProperty("halt", out var halt) ? halt : default;
    }

    private Task<(HttpStatusCode Status, string Code)> Say(string order, string role, string outcome, string reason) =>
        Post(role, $"/api/orders/{order}/resolve", new { outcome, reason });

    private Task<(HttpStatusCode Status, string Code)> Enter(
        string order, string role, decimal quantity, string key = "st-1", string reason = "seen", bool correct = false,
        string? currency = null) => Post(role, $"/api/orders/{order}/fills", new
        {
            key, quantity, price = 40m, at = Opened, commission = 1m, commissionCurrency = currency, reason, correct,
        });

    private async Task<(HttpStatusCode Status, string Code)> Post(string role, string path, object body)
    {
        var client = Service.Anonymous;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Service.Token(role));
        var answer = await client.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        var code = text.Length > 0 && JsonDocument.Parse(text).RootElement.TryGetProperty("code", out var told) ? told.GetString()! : "";
        return (answer.StatusCode, answer.StatusCode == HttpStatusCode.Forbidden ? "" : code);
    }

    private async Task<long> Count(string type)
    {
        await using var source = NpgsqlDataSource.Create(Database.ConnectionString);
        await using var command = source.CreateCommand("SELECT count(*) FROM execution.outbox WHERE type = $1");
        command.Parameters.AddWithValue(type);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
