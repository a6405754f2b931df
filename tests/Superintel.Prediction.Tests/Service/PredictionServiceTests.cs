using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Npgsql;
using Superintel.Contracts.Events.V1;
using Superintel.Prediction.Tests.Planted;
using Superintel.TestKit;

namespace Superintel.Prediction.Tests.Service;

/// <summary>One replay of the planted market through the real service; the tests look at what it left behind.</summary>
internal sealed class PredictionServiceTests
{
    private const int Bars = 200;
    private static readonly PlantedMarket Market = PlantedMarket.Of(7, bars: 260, walks: 3, ties: 2);
    private PostgresDatabase database = null!;
    private string role = string.Empty;
    private RunningPrediction service = null!;
    private PlantedRun twin = null!;

    [OneTimeSetUp]
    public async Task ReplayThePlantedMarket()
    {
        database = await PostgresDatabase.Create();
        role = await database.RoleOwningSchema("prediction");
        service = new RunningPrediction(role);
        foreach (var listing in Market.Listings()) await service.Deliver(listing);
        // Killed in the middle and started again on the same database: the panel, the selection and the stances are loaded from it.
        for (var bar = 0; bar < 160; bar++) await service.Deliver(Market.Slice(bar));
        await service.DisposeAsync();
        service = new RunningPrediction(role);
        for (var bar = 160; bar < Bars; bar++) await service.Deliver(Market.Slice(bar));
        twin = await PlantedRun.Over(Market, SmallSettings.Options, Bars);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await service.DisposeAsync();
        await database.DisposeAsync();
    }

    [Test]
    public async Task Service_tells_bit_for_bit_what_the_core_tells_in_memory_also_after_a_restart()
    {
        var told = await service.Told();

        Assert.That(PlantedRun.Texts(told.Take(twin.Events.All.Count)), Is.EqualTo(PlantedRun.Texts(twin.Events.All)));
        Assert.That(told.OfType<SignalGenerated>(), Is.Not.Empty);
    }

    [Test]
    public async Task Slice_delivered_again_has_no_effect()
    {
        var before = (await service.Told()).Count;

        var accepted = await service.Deliver(Market.Slice(Bars - 1));

        Assert.That(accepted, Is.False);
        Assert.That(await service.Told(), Has.Count.EqualTo(before));
    }

    [Test]
    public async Task Slice_whose_transaction_fails_leaves_nothing_behind_and_is_scored_in_full_when_it_comes_again()
    {
        var before = (await service.Told()).Count;
        await Execute(
            """
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$;
            CREATE TRIGGER refuse BEFORE INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION refuse()
            """);

        // The outbox is written last: panel, features and stances are already changed, in the tables and in memory.
        Assert.That(() => service.Deliver(Market.Slice(Bars)), Throws.InstanceOf<PostgresException>());
        Assert.That(await service.Told(), Has.Count.EqualTo(before));
        await Execute("DROP TRIGGER refuse ON outbox");
        Assert.That(await service.Deliver(Market.Slice(Bars)), Is.True);

        var longer = await PlantedRun.Over(Market, SmallSettings.Options, Bars + 1);
        Assert.That(PlantedRun.Texts(await service.Told()), Is.EqualTo(PlantedRun.Texts(longer.Events.All)));
    }

    [Test]
    public async Task Signals_are_listed_with_every_contribution_and_their_features_can_be_read()
    {
        using var client = service.As("viewer");
        var signal = (await Items(client, "/api/signals?limit=500")).First(item => item.GetProperty("intent").GetString() == "open");
        var one = await client.GetFromJsonAsync<JsonElement>($"/api/signals/{signal.GetProperty("decisionId").GetString()}");
        var vector = await client.GetFromJsonAsync<JsonElement>($"/api/features/{signal.GetProperty("featureVectorId").GetString()}");

        Assert.That(one.GetRawText(), Is.EqualTo(signal.GetRawText()));
        Assert.That(one.GetProperty("contributions").GetArrayLength(), Is.EqualTo(4));
        Assert.That(vector.GetProperty("schema").GetString(), Is.EqualTo("pair-spread/1"));
        var z = vector.GetProperty("features").EnumerateArray().Single(field => field.GetProperty("name").GetString() == "z-score");
        Assert.That(z.GetProperty("value").GetDouble(), Is.EqualTo(one.GetProperty("zScore").GetDouble()));
    }

    [Test]
    public async Task Signals_of_one_pair_are_paged_by_cursor()
    {
        using var client = service.As("viewer");
        var pair = (await service.Told()).OfType<SignalGenerated>().First().PairId;
        var path = $"/api/signals?pairId={Uri.EscapeDataString(pair)}";
        var all = await Items(client, $"{path}&limit=500");

        var paged = new List<JsonElement>();
        var cursor = string.Empty;
        while (true)
        {
            var page = await client.GetFromJsonAsync<JsonElement>($"{path}&limit=1&cursor={cursor}");
            paged.AddRange(page.GetProperty("items").EnumerateArray());
            if (page.GetProperty("next").GetString() is not { } next) break;
            cursor = next;
        }

        Assert.That(all, Is.Not.Empty);
        Assert.That(paged.Select(item => item.GetRawText()), Is.EqualTo(all.Select(item => item.GetRawText())));
    }

    [Test]
    public async Task Pairs_show_their_formation_their_stance_and_their_last_z_score()
    {
        using var client = service.As("viewer");
        var pairs = await Items(client, "/api/pairs");

        Assert.That(pairs, Is.Not.Empty);
        var id = Uri.EscapeDataString(pairs[0].GetProperty("pairId").GetString()!);
        var pair = await client.GetFromJsonAsync<JsonElement>($"/api/pairs/{id}");
        var points = (await client.GetFromJsonAsync<JsonElement>($"/api/pairs/{id}/spread?limit=40")).GetProperty("points");
        Assert.That(new[] { "flat", "long", "short" }, Has.Member(pair.GetProperty("stance").GetString()));
        Assert.That(pair.GetProperty("tested").GetInt32(), Is.Positive);
        Assert.That(points.GetArrayLength(), Is.EqualTo(40));
        Assert.That(points[39].GetProperty("zScore").GetDouble(), Is.EqualTo(pair.GetProperty("zScore").GetDouble()));
        Assert.That(points[39].GetProperty("at").GetDateTimeOffset(), Is.EqualTo(pair.GetProperty("lastBarAt").GetDateTimeOffset()));
    }

    [TestCase("/api/pairs/nonsense", HttpStatusCode.BadRequest, "pair-id-invalid")]
    [TestCase("/api/pairs/A.NONE~B.NONE", HttpStatusCode.NotFound, "pair-not-found")]
    [TestCase("/api/pairs/A.NONE~B.NONE/spread", HttpStatusCode.NotFound, "pair-not-found")]
    [TestCase("/api/pairs/A.NONE~B.NONE/spread?limit=501", HttpStatusCode.BadRequest, "limit-out-of-range")]
    [TestCase("/api/signals/dnobody", HttpStatusCode.NotFound, "signal-not-found")]
    [TestCase("/api/signals?limit=0", HttpStatusCode.BadRequest, "limit-out-of-range")]
    [TestCase("/api/signals?cursor=xyz", HttpStatusCode.BadRequest, "cursor-invalid")]
    [TestCase("/api/signals?pairId=B.X~A.X", HttpStatusCode.BadRequest, "pair-id-invalid")]
    [TestCase("/api/features/fnobody", HttpStatusCode.NotFound, "feature-vector-not-found")]
    public async Task Request_that_cannot_be_answered_gets_a_problem_with_its_code(string path, HttpStatusCode status, string code)
    {
        using var client = service.As("viewer");

        var reply = await client.GetAsync(path);

        Assert.That(reply.StatusCode, Is.EqualTo(status));
        Assert.That((await reply.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString(), Is.EqualTo(code));
    }

    [Test]
    public async Task Request_without_a_token_is_refused(
        [Values("pairs", "pairs/A.X~B.X", "pairs/A.X~B.X/spread", "signals", "signals/d1", "features/f1")] string path)
    {
        using var client = service.CreateClient();

        Assert.That((await client.GetAsync($"/api/{path}")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Every_scored_pair_left_a_vector_with_both_times()
    {
        await using var connection = await service.Source.OpenConnectionAsync();
        var stored = await connection.ExecuteScalarAsync<long>(
            "SELECT count(*) FROM feature_vector WHERE known_at = observed_at AND observed_at < @end", new { end = Market.At(Bars) });

        Assert.That(stored, Is.EqualTo(twin.Scored.Sum(scored => scored.PairsScored)));
    }

    private async Task Execute(string sql)
    {
        await using var connection = await service.Source.OpenConnectionAsync();
        await connection.ExecuteAsync(sql);
    }

    private static async Task<IReadOnlyList<JsonElement>> Items(HttpClient client, string path) =>
        [.. (await client.GetFromJsonAsync<JsonElement>(path)).GetProperty("items").EnumerateArray()];
}
