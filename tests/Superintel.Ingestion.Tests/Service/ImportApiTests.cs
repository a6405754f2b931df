using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Superintel.Ingestion.Tests.Service;

internal sealed class ImportApiTests : IngestionFixture
{
    private const string Declared = "&assetClass=equity&currency=USD";

    private RunningIngestion service = null!;

    [SetUp]
    public async Task Run() => service = await Start(("Replay:Enabled", "false"), ("Import:MaximumBytes", "4096"));

    private Task<(int Status, JsonNode Body)> Import(string query, params string[] lines) =>
        service.Post("/api/import?" + query, RunningIngestion.Csv(lines));

    private Task<long> Stored() =>
        service.Scalar<long>("SELECT (SELECT count(*) FROM bar) + (SELECT count(*) FROM instrument) + (SELECT count(*) FROM outbox)");

    [Test]
    public async Task Good_file_is_stored_once_however_often_it_is_sent()
    {
        string[] file = ["date,close", "2000-01-03,10", "2000-01-04,", "2000-01-05,10.5"];
        var first = await Import("instrumentId=NEW.XNYS" + Declared, file);
        var second = await Import("instrumentId=NEW.XNYS" + Declared, file);
        var listed = await service.Get("/api/instruments/NEW.XNYS");
        Assert.Multiple(() =>
        {
            Assert.That((first.Status, (int)first.Body["accepted"]!, (int)first.Body["quarantined"]!), Is.EqualTo((200, 2, 1)));
            Assert.That((second.Status, (bool)second.Body["repeated"]!, (int)second.Body["accepted"]!), Is.EqualTo((200, true, 2)));
            Assert.That(((string?)listed["feed"], (bool)listed["stale"]!), Is.EqualTo(("import", true)));
        });
        Assert.That(await service.Scalar<long>("SELECT count(*) FROM bar"), Is.EqualTo(2));
    }

    [TestCase("instrumentId=NEW.XNYS", "unknown-instrument", "date,close", "2000-01-03,10")]
    [TestCase("instrumentId=NEW.XNYS" + Declared, "negative-price", "date,close", "2000-01-03,10", "2000-01-04,-10")]
    [TestCase("instrumentId=NEW.XNYS" + Declared, "not-a-number", "date,close", "2000-01-03,10", "2000-01-04,NaN")]
    [TestCase("instrumentId=NEW.XNYS" + Declared, "future-date", "date,close", "2000-01-03,10", "2999-01-04,10")]
    [TestCase("instrumentId=NEW.XNYS" + Declared, "duplicate-timestamp", "date,close", "2000-01-03,10", "2000-01-03,10")]
    [TestCase("instrumentId=NEW.XNYS" + Declared, "malformed-row", "date,close", "2000-01-03,10", "2000-01-04")]
    [TestCase("instrumentId=NEW.XNYS" + Declared, "malformed-row", "date,close", "2000-01-03,10", "2000-01-04,1\"0")]
    [TestCase("instrumentId=NEW.XNYS" + Declared, "malformed-row", "date,close", "2000-01-03,\"10")]
    [TestCase("", "unknown-form", "hello")]
    public async Task Bad_file_is_refused_row_by_row_and_leaves_nothing(string query, string code, params string[] lines)
    {
        var (status, body) = await Import(query, lines);
        Assert.Multiple(() =>
        {
            Assert.That((status, (string?)body["code"], (int)body["accepted"]!), Is.EqualTo((422, "import-rejected", 0)));
            Assert.That((string?)body["rejectedRows"]![0]!["code"], Is.EqualTo(code));
        });
        Assert.That(await Stored(), Is.Zero);
    }

    [TestCase("instrumentId=NEW", "instrument-id-malformed")]
    [TestCase("interval=1y", "interval-malformed")]
    [TestCase("assetClass=bond&currency=USD", "asset-class-unknown")]
    [TestCase("assetClass=equity&currency=usd", "currency-malformed")]
    [TestCase("assetClass=equity", "asset-class-and-currency")]
    [TestCase("partial=maybe", "malformed-request")]
    public async Task Bad_parameters_are_refused_with_a_code(string query, string code)
    {
        var (status, body) = await Import(query, "date,close", "2000-01-03,10");
        Assert.That((status, (string?)body["code"]), Is.EqualTo((400, code)));
    }

    [Test]
    public async Task Oversized_and_mistyped_bodies_are_refused()
    {
        var large = await service.Post("/api/import", RunningIngestion.Csv(new string('x', 5_000)));
        var json = await service.Post("/api/import", RunningIngestion.Json(new { }));
        Assert.That(
            (large.Status, (string?)large.Body["code"], json.Status, (string?)json.Body["code"]),
            Is.EqualTo((413, "body-too-large", 415, "media-type-unsupported")));
    }

    [Test]
    public async Task Bytes_that_are_not_UTF8_are_refused()
    {
        using var content = new ByteArrayContent([.. Encoding.UTF8.GetBytes("date,close\n2000-01-03,"), 0xFF, 0xFE]);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        var (status, body) = await service.Post("/api/import?instrumentId=NEW.XNYS" + Declared, content);
        Assert.That((status, (string?)body["rejectedRows"]![0]!["code"]), Is.EqualTo((422, "malformed-row")));
    }

    [Test]
    public async Task File_of_more_than_a_megabyte_is_taken_when_the_limit_allows_it()
    {
        var generous = await Start(("Replay:Enabled", "false"));
        var start = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
        string[] rows = [.. Enumerable.Range(0, 60_000).Select(i => $"{start.AddMinutes(i):yyyy-MM-dd'T'HH:mm:ss'Z'},100.{i % 90 + 10}")];
        var (status, body) = await generous.Post(
            "/api/import?interval=1m&instrumentId=NEW.XNYS" + Declared, RunningIngestion.Csv(["ts,close", .. rows]));
        Assert.That((status, (int?)body["accepted"]), Is.EqualTo((200, 60_000)));
    }

    [Test]
    public async Task Quoted_fields_and_windows_line_ends_are_read()
    {
        using var content = new StringContent(
            "symbol,ts,open,high,low,close,volume\r\n\"NEW.XNYS\",2000-01-03T21:00:00Z,1,2,0.5,\"1.5\",100\r\n", Encoding.UTF8, "text/csv");
        var (status, body) = await service.Post("/api/import?interval=1h" + Declared, content);
        Assert.That((status, (int)body["accepted"]!), Is.EqualTo((200, 1)));
        Assert.That((string?)(await service.Get("/api/bars?interval=1h"))["items"]![0]!["instrumentId"], Is.EqualTo("NEW.XNYS"));
    }
}
