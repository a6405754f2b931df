using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;
using Superintel.Contracts.Events.V1;
using Superintel.Execution.Trading.Composite;
using Superintel.Kernel;
using Superintel.TestKit;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;
using Superintel.VenueSimulator.Ibkr;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Service;

/// <summary>The whole service beside a TWS that is away when it starts: KO trades there, PG on paper.</summary>
public sealed class AwayVenueTests
{
    private PostgresDatabase database = null!;
    private IbkrServer tws = null!;
    private Cable cable = null!;
    private RunningService service = null!;

    [SetUp]
    public async Task Start()
    {
        database = await PostgresDatabase.Create();
        tws = new IbkrServer(new SimulatorOptions(0, 11, FaultPlan.None, TimeSpan.Zero));
        var address = await tws.Start(default);
        cable = Cable.To(address.Host, address.Port);
        cable.Cut();
        service = new RunningService(
            await database.RoleOwningSchema("execution"),
            BrokerPrefix.New(),
            settings:
            [
                ("Execution:Routes:equity", "ibkr"), ("Execution:Accounts:ibkr", address.Account!),
                ("Execution:Ibkr:Host", address.Host), ("Execution:Ibkr:Port", $"{cable.Port}"),
                ("Execution:ReconcileEvery", "00:00:01"), ("Messaging:AwaitQueues:0", "nobody"),
                ("Execution:IbkrOutages:ResetFrom", "00:00"), ("Execution:IbkrOutages:ResetTo", "00:00"),
                ("Execution:IbkrOutages:LoginFrom", "00:00"), ("Execution:IbkrOutages:LoginTo", "00:00"),
            ]);
        await service.Deliver(Listed(Ko));
        await service.Deliver(Listed(Pg, "crypto"));
    }

    [TearDown]
    public async Task Stop()
    {
        await service.DisposeAsync();
        await cable.DisposeAsync();
        await tws.DisposeAsync();
        await database.DisposeAsync();
    }

    [Test]
    public async Task Service_that_starts_while_a_venue_is_away_trades_at_the_others_and_says_which_one_waits()
    {
        var (health, standing) = (await Health(), await Standing("ibkr"));
        Assert.That(health.Status, Is.EqualTo(HttpStatusCode.OK), "the fleet does not wait for it");
        Assert.That((health.State, health.Ibkr, health.Paper), Is.EqualTo(("degraded", "degraded", "healthy")));
        Assert.That(Text(standing, "state"), Is.EqualTo("waiting"));
        Assert.That(Text(standing, "code"), Is.EqualTo("venue-not-compared"));
        Assert.That(Text(standing, "lastError"), Is.Not.Empty);
        Assert.That(standing.GetProperty("failures").GetInt32(), Is.Positive);
        Assert.That(standing.GetProperty("comparedAt").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(Text(await Standing("paper"), "state"), Is.EqualTo("compared"));

        await service.DeliverByGrpc(OneLeg(Ko, Decision(1)));
        await service.Deliver(Cleared(Decision(2), intent: "close"));
        await service.Deliver(OneLeg(Pg, Decision(3)));
        await service.Until("/api/orders?status=accepted", orders => orders.Count == 1, "paper takes its order");
        Assert.That(await service.Items("/api/orders"), Has.Count.EqualTo(1), "what names the other venue is refused");
        Assert.That(tws.Exchange.Orders, Is.Empty);
    }

    [Test]
    public async Task Venue_that_comes_back_is_compared_and_takes_orders_without_a_restart()
    {
        await service.Deliver(OneLeg(Ko, Decision(1)));
        cable.Mend();
        await Eventually.True(async () => Text(await Standing("ibkr"), "state") == "compared", "the venue is compared");
        Assert.That((await Health()).State, Is.Not.EqualTo("degraded"));

        await service.Deliver(OneLeg(Ko, Decision(2)));
        await service.Until(
            "/api/orders?status=filled", orders => orders.Count == 1, "the order is traded at the venue");
        Assert.That(tws.Exchange.Orders, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Venue_that_goes_away_after_its_comparison_takes_no_entry_alerts_once_and_is_back_with_its_next_comparison()
    {
        cable.Mend();
        await Eventually.True(async () => Text(await Standing("ibkr"), "state") == "compared", "the venue is compared");
        Assert.That((await Health()).Ibkr, Is.EqualTo("healthy"));
        cable.Cut();
        await Eventually.True(
            async () => (await Standing("ibkr")).GetProperty("failures").GetInt32() > VenueStanding.SilentAfter, "it is silent for long");
        var standing = await Standing("ibkr");
        Assert.That((Text(standing, "state"), Text(standing, "code")), Is.EqualTo(("silent", "venue-silent")));
        Assert.That(Text(standing, "lastError"), Is.Not.Empty);
        Assert.That((await Health()).Ibkr, Is.EqualTo("degraded"));
        await service.Deliver(OneLeg(Ko, Decision(1)));
        Assert.That(await service.Items("/api/orders"), Is.Empty, "no position is opened there");
        Assert.That(await Told("OrderAlertRaised", "venue-silent"), Is.EqualTo(1));

        cable.Mend();
        await Eventually.True(async () => Text(await Standing("ibkr"), "state") == "compared", "the venue answers again");
        await service.Deliver(OneLeg(Ko, Decision(2)));
        await service.Until("/api/orders?status=filled", orders => orders.Count == 1, "the order is traded at the venue");
    }

    private static OrderCleared OneLeg(string instrument, DecisionId decision)
    {
        var cleared = Cleared(decision);
        return cleared with { Legs = [.. cleared.Legs.Where(leg => leg.InstrumentId == instrument)] };
    }

    private async Task<long> Told(string type, string word)
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var command = source.CreateCommand(
            "SELECT count(*) FROM execution.outbox WHERE type = $1 AND position($2 in payload::text) > 0");
        command.Parameters.AddWithValue(type);
        command.Parameters.AddWithValue(word);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static string? Text(JsonElement row, string name) => row.GetProperty(name).GetString();

    private async Task<JsonElement> Standing(string venue)
    {
        var answer = await (await service.Get("/api/reconciliation")).Content.ReadFromJsonAsync<JsonElement>();
        return answer.GetProperty("venues").EnumerateArray().Single(row => Text(row, "venue") == venue);
    }

    private async Task<(HttpStatusCode Status, string? State, string? Ibkr, string? Paper)> Health()
    {
        await Eventually.True(
            async () => (await service.Anonymous.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK, "the queue is there");
        var answer = await service.Anonymous.GetAsync("/health/ready");
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var checks = body.GetProperty("checks");
        return (answer.StatusCode, Text(body, "status"), Text(checks, "venue-ibkr"), Text(checks, "venue-paper"));
    }
}
