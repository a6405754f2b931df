using System.Net;
using System.Text.Json.Nodes;
using Superintel.Prediction.Research;
using Superintel.Prediction.Research.Calling;
using Superintel.Prediction.Research.Input;

namespace Superintel.Prediction.Tests.Service.Research;

internal sealed class StatisticServiceTests
{
    private static readonly string[] Tied = ["P00A.TEST", "P00B.TEST"];
    private ResearchDesk desk = null!;

    [OneTimeSetUp]
    public async Task Open() => desk = await ResearchDesk.Open();

    [OneTimeTearDown]
    public async Task Close() => await desk.DisposeAsync();

    [Test]
    public async Task Statistic_of_the_panel_is_to_the_last_digit_what_the_command_computes_from_the_same_closes()
    {
        var (status, reply) = await desk.Ask(
            HttpMethod.Post, "stats/engle-granger", new { instruments = Tied, log = true, options = new { trend = "ct" } }, "viewer");

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK), reply.ToString());
        Assert.That(reply.GetProperty("result").GetRawText(), Is.EqualTo(Computed("engle-granger", Tied, new() { ["trend"] = "ct" })));
        Assert.That(reply.GetProperty("rows").GetInt32(), Is.EqualTo(ResearchDesk.Bars));
        Assert.That(reply.GetProperty("from").GetString(), Is.EqualTo("1999-01-04T21:00:00Z"));
        Assert.That(reply.GetProperty("feed").GetString(), Is.EqualTo("planted"));
    }

    [Test]
    public async Task Span_is_whole_days_with_both_ends()
    {
        var (_, reply) = await desk.Ask(
            HttpMethod.Post, "stats/adf", new { instruments = Tied[..1], from = "1999-01-10", to = "1999-03-10" }, "viewer");

        Assert.That(reply.GetProperty("from").GetString(), Is.EqualTo("1999-01-10T21:00:00Z"));
        Assert.That(reply.GetProperty("to").GetString(), Is.EqualTo("1999-03-10T21:00:00Z"));
        Assert.That(reply.GetProperty("rows").GetInt32(), Is.EqualTo(60));
    }

    [Test]
    public async Task Series_can_come_with_the_request()
    {
        double[] values = [.. Enumerable.Range(1, 80).Select(row => Math.Sin(row * row))];
        var timestamps = Enumerable.Range(1, 80).Select(row => $"{row}");
        var series = new { timestamps, columns = new[] { new { name = "mine", values } } };

        var (status, reply) = await desk.Ask(HttpMethod.Post, "stats/jarque-bera", new { series }, "viewer");

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK), reply.ToString());
        Assert.That(reply.GetProperty("series")[0].GetString(), Is.EqualTo("mine"));
        Assert.That(reply.GetProperty("result").GetProperty("statistic").GetDouble(), Is.Positive);
    }

    [TestCase("""{"instruments":["W02.TEST","W01.TEST"]}""", "engle-granger", "missing-value", "W02.TEST", 41)]
    [TestCase("""{"instruments":["W01.TEST","NO.SUCH"]}""", "engle-granger", "unknown-instrument", "NO.SUCH", null)]
    [TestCase("""{"instruments":["W01.TEST"]}""", "engle-granger", "wrong-number-of-columns", null, null)]
    [TestCase("""{"instruments":["W01.TEST","W01.TEST"]}""", "engle-granger", "duplicate-column", "W01.TEST", null)]
    [TestCase("""{"instruments":["W01.TEST"],"options":{"regression":"cubic"}}""", "adf", "bad-option", null, null)]
    [TestCase("""{"instruments":["W01.TEST"],"options":{"lags":"-3","csv":"/etc/passwd"}}""", "adf", "bad-option", null, null)]
    [TestCase("""{"instruments":["W01.TEST"],"options":{"trim":0.9}}""", "za", "bad-option", null, null)]
    [TestCase("""{"instruments":["W01.TEST"],"from":"1999-05-01"}""", "adf", "too-short", "W01.TEST", null)]
    [TestCase("""{"instruments":["W01.TEST"],"from":"2009-05-01"}""", "adf", "unknown-instrument", "W01.TEST", null)]
    [TestCase(
        """{"series":{"timestamps":["1","1"],"columns":[{"name":"a","values":[1,2]}]}}""", "adf", "duplicate-timestamp", "timestamps", 2)]
    [TestCase("""{"series":{"timestamps":["1","2"],"columns":[{"name":"a","values":[1,null]}]}}""", "adf", "missing-value", "a", 2)]
    public async Task Fault_is_named_with_its_series_and_row(string body, string method, string code, string? series, int? row)
    {
        var (status, reply) = await desk.Ask(HttpMethod.Post, $"stats/{method}", JsonNode.Parse(body), "viewer");

        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest), reply.ToString());
        Assert.That(reply.GetProperty("code").GetString(), Is.EqualTo(code));
        Assert.That(reply.GetProperty("series").GetString(), Is.EqualTo(series));
        Assert.That(reply.GetProperty("row").ValueKind == System.Text.Json.JsonValueKind.Null, Is.EqualTo(row is null));
        if (row is not null) Assert.That(reply.GetProperty("row").GetInt32(), Is.EqualTo(row));
    }

    [Test]
    public async Task Table_of_more_than_a_million_values_is_refused()
    {
        var series = new
        {
            timestamps = Enumerable.Range(1, 1_000_001).Select(row => $"{row}"),
            columns = new[] { new { name = "a", values = Array.Empty<double>() } },
        };

        var (status, reply) = await desk.Ask(HttpMethod.Post, "stats/adf", new { series }, "viewer");

        Assert.That((status, reply.GetProperty("code").GetString()), Is.EqualTo((HttpStatusCode.BadRequest, "too-many-values")));
    }

    [Test]
    public async Task Method_that_is_none_or_a_job_is_not_found([Values("nonsense", "screen")] string method)
    {
        var (status, reply) = await desk.Ask(HttpMethod.Post, $"stats/{method}", new { instruments = Tied }, "viewer");

        Assert.That((status, reply.GetProperty("code").GetString()), Is.EqualTo((HttpStatusCode.NotFound, "unknown-method")));
    }

    [Test]
    public async Task Methods_are_listed_with_their_options()
    {
        var (status, reply) = await desk.Get("methods");

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        var adf = reply.GetProperty("methods").EnumerateArray().Single(method => method.GetProperty("name").GetString() == "adf");
        Assert.That(adf.GetProperty("kind").GetString(), Is.EqualTo("statistic"));
        Assert.That((adf.GetProperty("minSeries").GetInt32(), adf.GetProperty("maxSeries").GetInt32()), Is.EqualTo((1, 1)));
        Assert.That(adf.GetProperty("options")[0].GetProperty("default").GetString(), Is.EqualTo("c"));
    }

    [Test]
    public async Task Routes_are_in_the_service_s_document()
    {
        using var client = desk.Service.As("viewer");

        var document = JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json"))!;

        var paths = document["paths"]!.AsObject().Select(path => path.Key).Where(path => path.StartsWith("/api/analytics")).ToArray();
        Assert.That(paths, Has.Length.EqualTo(5), string.Join(", ", paths));
    }

    private static string Computed(string name, string[] instruments, Dictionary<string, JsonNode?> options)
    {
        var method = MethodCatalogue.Create().Find(name)!;
        double[] Closes(string id) =>
        [
            .. Enumerable.Range(0, ResearchDesk.Bars)
                .Select(bar => (double)ResearchDesk.Market.Slice(bar).Bars.Single(closed => closed.InstrumentId == id).Close),
        ];
        int[] rows = [.. Enumerable.Range(1, ResearchDesk.Bars)];
        var table = new SeriesTable(instruments, [.. rows.Select(row => $"{row}")], [.. instruments.Select(Closes)], rows).Logs();
        return method.Run(new ResearchCall(table, OptionArguments.Parse(method, options), null, CancellationToken.None)).ToJsonString();
    }
}
