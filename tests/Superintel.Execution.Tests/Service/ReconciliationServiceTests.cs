using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Ports;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Security;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Service;

/// <summary>Positions at the venues over the API.</summary>
public sealed class ReconciliationServiceTests : ServiceFixture
{
    [SetUp]
    public Task Block() => Service.Transactions.RunExclusive(
        async (scope, ct) =>
        {
            var mismatch = new BlockedInstrument("ibkr", "DU1", InstrumentId.Parse(Ko), 0m, 500m, Fakes.Given.Start);
            await scope.GetRequiredService<IBlockedInstruments>().Replace([mismatch], ct);
            return true;
        },
        default);

    [Test]
    public async Task Position_that_nobody_explains_is_shown_and_a_senior_says_it_is_not_the_desk_s()
    {
        Assert.That(Row(await Positions()), Is.EqualTo((0m, 0m, 500m, 500m, "blocked")));
        Assert.That((await Say(Roles.Senior)).StatusCode, Is.EqualTo(HttpStatusCode.OK));

        var after = await Positions();
        Assert.That(Row(after), Is.EqualTo((0m, 500m, 500m, 0m, "agrees")));
        Assert.That(after.GetProperty("holding").GetProperty("by").GetString(), Is.EqualTo("tester"));
        Assert.That((await Say(Roles.Senior)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound), "there is no difference any more");
    }

    [Test]
    public async Task Difference_below_what_the_venue_trades_is_shown_as_dust()
    {
        await Service.Transactions.RunExclusive(
            async (scope, ct) =>
            {
                var dust = new BlockedInstrument("binance", "spot", InstrumentId.Parse(Ko), 0m, 0.5m, Fakes.Given.Start) { Least = 1m };
                await scope.GetRequiredService<IBlockedInstruments>().Replace([dust], ct);
                return true;
            },
            default);
        var shown = await Positions();
        Assert.That(Row(shown), Is.EqualTo((0m, 0m, 0.5m, 0.5m, "dust")));
        Assert.That(shown.GetProperty("blockedSince").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [TestCase(Roles.Trader, 500, "held before", HttpStatusCode.Forbidden, null)]
    [TestCase(Roles.Senior, 499, "held before", HttpStatusCode.Conflict, "difference-changed")]
    [TestCase(Roles.Senior, 500, " ", HttpStatusCode.BadRequest, "reason-required")]
    public async Task Word_that_cannot_be_taken_changes_nothing(
        string role, int difference, string reason, HttpStatusCode status, string? code)
    {
        var answer = await Say(role, difference, reason);
        Assert.That(answer.StatusCode, Is.EqualTo(status));
        if (code is not null)
            Assert.That((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString(), Is.EqualTo(code));
        Assert.That(Row(await Positions()).State, Is.EqualTo("blocked"));
    }

    private async Task<JsonElement> Positions()
    {
        var answer = await (await Service.Get("/api/reconciliation")).Content.ReadFromJsonAsync<JsonElement>();
        return answer.GetProperty("positions").EnumerateArray().Single();
    }

    private Task<HttpResponseMessage> Say(string role, decimal difference = 500m, string reason = "held before")
    {
        var client = Service.Anonymous;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Service.Token(role));
        return client.PostAsJsonAsync(
            "/api/reconciliation/holdings", new { venue = "ibkr", account = "DU1", instrumentId = Ko, difference, reason });
    }

    private static (decimal Ledger, decimal External, decimal Venue, decimal Difference, string? State) Row(JsonElement row) => (
        row.GetProperty("ledgerQuantity").GetDecimal(), row.GetProperty("externalQuantity").GetDecimal(),
        row.GetProperty("venueQuantity").GetDecimal(), row.GetProperty("difference").GetDecimal(), row.GetProperty("state").GetString());
}
