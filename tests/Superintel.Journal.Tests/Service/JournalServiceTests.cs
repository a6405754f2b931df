using System.Net;
using System.Text.Json;
using Npgsql;
using Superintel.Contracts.Events.V1;
using Superintel.Journal.Chain;
using Superintel.Journal.Tests.Chain;
using Superintel.TestKit;

namespace Superintel.Journal.Tests.Service;

/// <summary>The whole service on PostgreSQL and RabbitMQ.</summary>
public sealed class JournalServiceTests
{
    private const string Pair = "KO.XNYS~PG.XNYS";
    private PostgresDatabase database = null!;
    private string postgres = "";
    private RunningJournal journal = null!;

    [SetUp]
    public async Task Start()
    {
        database = await PostgresDatabase.Create();
        postgres = await database.RoleOwningSchema("journal");
        journal = new RunningJournal(postgres);
    }

    [TearDown]
    public async Task Stop()
    {
        await journal.DisposeAsync();
        await database.DisposeAsync();
    }

    [Test]
    public async Task Every_event_there_is_is_recorded_once_and_the_chain_holds()
    {
        foreach (var happened in AnyEvent.OfEachType) Assert.That(await journal.Deliver(happened), Is.True, happened.EventId);
        foreach (var happened in AnyEvent.OfEachType) Assert.That(await journal.Deliver(happened), Is.False, happened.EventId);

        var entries = (await journal.Json("/api/journal?limit=500")).GetProperty("items").EnumerateArray();
        var kinds = entries.Select(e => e.GetProperty("kind").GetString());
        Assert.That(kinds, Is.EquivalentTo(EventKind.Journaled.Select(EventKind.Of)));
        var verified = await journal.Json("/api/journal/verify");
        Assert.That(verified.GetProperty("valid").GetBoolean(), Is.True);
        Assert.That(verified.GetProperty("entries").GetInt64(), Is.EqualTo(EventKind.Journaled.Count));
    }

    [Test]
    public async Task Chain_goes_on_after_a_restart()
    {
        await journal.Deliver(Entries.Access("a"));
        await journal.DisposeAsync();
        journal = new RunningJournal(postgres);
        await journal.Deliver(Entries.Access("b"));

        var verified = await journal.Json("/api/journal/verify");
        Assert.That((verified.GetProperty("valid").GetBoolean(), verified.GetProperty("entries").GetInt64()), Is.EqualTo((true, 2L)));
    }

    [Test]
    public async Task One_flipped_byte_makes_verify_name_that_row([Values(1, 7, 12)] int row)
    {
        for (var i = 0; i < 12; i++) await journal.Deliver(Entries.Access($"a{i}"));
        await AsIntruder($"UPDATE entry SET payload = overlay(payload placing '~' from 10 for 1) WHERE sequence = {row}");

        var verified = await journal.Json("/api/journal/verify");

        Assert.That(verified.GetProperty("valid").GetBoolean(), Is.False);
        Assert.That(verified.GetProperty("firstBroken").GetProperty("sequence").GetInt64(), Is.EqualTo(row));
        Assert.That(verified.GetProperty("firstBroken").GetProperty("code").GetString(), Is.EqualTo("entry-changed"));
    }

    [Test]
    public async Task Decision_is_told_in_order_with_its_profit()
    {
        var noon = Entries.Noon;
        await journal.Deliver(new ProposalApproved("p", "d1", Pair, "open", "auto", [], 1m, "USD", ["policy:auto"], "", noon, noon));
        await journal.Deliver(new OrderCleared("c", "d1", Pair, "open", [], "unwind", noon, noon.AddMinutes(5), []));
        await journal.Deliver(new PositionChanged(Pair, "KO.XNYS", "d1", "paper", "paper", "x1", 1m, 1m, "USD", 12.5m, 0.5m, 0m, noon));
        await journal.Deliver(new PairOrderClosed("d1", "c", Pair, "completed", "", noon));

        var story = await journal.Json("/api/decisions/d1");

        Assert.That(story.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("kind").GetString()), Is.EqualTo(
            new[] { "proposal-approved", "order-cleared", "position-changed", "pair-order-closed" }));
        Assert.That((story.GetProperty("pnl").GetDecimal(), story.GetProperty("complete").GetBoolean()), Is.EqualTo((12m, true)));
        var byPair = (await journal.Json("/api/journal/pnl?by=pair")).GetProperty("items").EnumerateArray().Single();
        Assert.That((byPair.GetProperty("pairId").GetString(), byPair.GetProperty("pnl").GetDecimal()), Is.EqualTo((Pair, 12m)));
    }

    [Test]
    public async Task Commission_without_a_rate_stands_beside_the_profit_and_is_never_nothing()
    {
        var noon = Entries.Noon;
        for (var i = 1; i <= 2; i++)
            await journal.Deliver(new PositionChanged(
                Pair, "KO.XNYS", "d1", "paper", "paper", $"x{i}", 1m, 1m, "USD", 12.5m, 0m, 0m, noon, 0.00125m, "BNB"));

        var byPair = (await journal.Json("/api/journal/pnl?by=pair")).GetProperty("items")[0];
        var byDecision = (await journal.Json("/api/journal/pnl?by=decision")).GetProperty("items")[0];
        var story = await journal.Json("/api/decisions/d1");

        Assert.Multiple(() =>
        {
            foreach (var told in new[] { byPair, byDecision, story })
            {
                var beside = told.GetProperty("unconvertedCommissions").EnumerateArray().Single();
                Assert.That((told.GetProperty("pnl").GetDecimal(), beside.GetProperty("currency").GetString()), Is.EqualTo((25m, "BNB")));
                Assert.That(beside.GetProperty("amount").GetDecimal(), Is.EqualTo(0.0025m));
            }
            Assert.That(
                story.GetProperty("steps")[0].GetProperty("detail").GetString(),
                Does.EndWith("Commission of 0.00125 BNB is not in it: no rate was known."));
        });
    }

    [Test]
    public async Task Valuations_become_the_equity_curve()
    {
        for (var day = 0; day < 3; day++)
            await journal.Deliver(new PortfolioValued(
                "sample", "1d", Entries.Noon.AddDays(day), "USD", 100m + day, 1m, 2m, 3m, 4m, 5m, 6m, 0.1, 1));

        var points = (await journal.Json("/api/portfolio/equity?limit=2")).GetProperty("points").EnumerateArray();

        Assert.That(points.Select(p => p.GetProperty("netAssetValue").GetDecimal()), Is.EqualTo(new[] { 101m, 102m }));
    }

    [TestCase("/api/journal")]
    [TestCase("/api/journal/verify")]
    [TestCase("/api/journal/pnl")]
    [TestCase("/api/decisions")]
    [TestCase("/api/decisions/d1")]
    [TestCase("/api/portfolio/equity")]
    public async Task Route_without_a_token_is_refused(string path) =>
        Assert.That((await journal.Anonymous.GetAsync(path)).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));

    [TestCase("/api/decisions/none", HttpStatusCode.NotFound, "decision-not-found")]
    [TestCase("/api/journal?kind=wild", HttpStatusCode.BadRequest, "kind-unknown")]
    [TestCase("/api/journal?limit=501", HttpStatusCode.BadRequest, "limit-out-of-range")]
    [TestCase("/api/journal/pnl?by=moon", HttpStatusCode.BadRequest, "by-unknown")]
    [TestCase("/api/portfolio/equity?limit=0", HttpStatusCode.BadRequest, "limit-out-of-range")]
    [TestCase("/api/decisions?status=wild", HttpStatusCode.BadRequest, null)]
    public async Task Bad_question_gets_a_code(string path, HttpStatusCode status, string? code)
    {
        var response = await journal.Get(path);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.That(response.StatusCode, Is.EqualTo(status));
        Assert.That(problem.GetProperty("code").GetString(), code is null ? Is.Not.Empty : Is.EqualTo(code));
    }

    [Test]
    public async Task Recording_keeps_up_with_a_replay()
    {
        const int events = 1_500;
        var started = ProcessorTime.Used;
        for (var i = 0; i < events; i++) await journal.Deliver(Entries.Access($"a{i}"));
        var rate = events / (ProcessorTime.Used - started).TotalSeconds;
        var verified = await journal.Json("/api/journal/verify");
        var seconds = verified.GetProperty("elapsedSeconds").GetDouble();
        await TestContext.Out.WriteLineAsync($"recorded {rate:N0} a second of processor time, one transaction each; verified in {seconds:N3} s");

        Assert.That(rate, Is.GreaterThan(20));
    }

    private async Task AsIntruder(string sql)
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var command = source.CreateCommand($"SET session_replication_role = replica; SET search_path = journal; {sql}");
        await command.ExecuteNonQueryAsync();
    }
}
