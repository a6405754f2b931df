using System.Net;
using Superintel.TestKit;

namespace Superintel.Ingestion.Tests.Service;

internal sealed class ReadApiTests : IngestionFixture
{
    private async Task<RunningIngestion> Finished(string from, string to)
    {
        var service = await Start(Alone(from, to));
        await Eventually.True(async () => (string?)(await service.Get("/api/replay"))["state"] == "finished", "the replay is finished");
        return service;
    }

    [Test]
    public async Task Instruments_and_bars_are_listed_paged_and_found()
    {
        var service = await Finished("1991-01-03T00:00:00Z", "1991-01-12T00:00:00Z");
        var first = await service.Get("/api/instruments?limit=40");
        var second = await service.Get($"/api/instruments?limit=40&cursor={first["next"]}");
        var ids = first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(i => (string)i!["instrumentId"]!).ToList();
        Assert.That(ids, Has.Count.EqualTo(62).And.Unique);
        Assert.That(ids, Is.EqualTo(ids.Order(StringComparer.Ordinal)));
        Assert.That(second["next"], Is.Null);
        Assert.That((await service.Get("/api/instruments?q=coca"))["items"]!.AsArray(), Has.Count.EqualTo(1));

        var coke = await service.Get("/api/instruments/KO.XNYS");
        Assert.That(
            ((string?)coke["feed"], (bool)coke["stale"]!, (string?)coke["assetClass"], (DateTimeOffset)coke["lastBarAt"]!),
            Is.EqualTo(("sample", false, "equity", new DateTimeOffset(1991, 1, 12, 0, 0, 0, TimeSpan.Zero).AddDays(-1))));

        var bars = await service.Get("/api/bars?instrumentId=KO.XNYS&interval=1d&limit=3");
        var rest = await service.Get($"/api/bars?instrumentId=KO.XNYS&interval=1d&limit=500&cursor={bars["next"]}");
        var closes = bars["items"]!.AsArray().Concat(rest["items"]!.AsArray()).Select(b => (DateTimeOffset)b!["closedAt"]!).ToList();
        Assert.That(closes, Has.Count.EqualTo(7).And.Ordered.And.Unique);
        Assert.That((bool)bars["items"]![0]!["closeOnly"]!);
        var some = await service.Get("/api/bars?instrumentId=KO.XNYS&from=1991-01-05T00:00:00Z&to=1991-01-09T00:00:00Z");
        Assert.That(some["items"]!.AsArray(), Has.Count.EqualTo(2));
    }

    [TestCase("/api/instruments/KO", 400, "instrument-id-malformed")]
    [TestCase("/api/instruments/NO.WHERE", 404, "instrument-not-found")]
    [TestCase("/api/instruments?limit=0", 400, "limit-out-of-range")]
    [TestCase("/api/instruments?limit=501", 400, "limit-out-of-range")]
    [TestCase("/api/instruments?cursor=nonsense", 400, "cursor-invalid")]
    [TestCase("/api/instruments?q=%00", 400, "search-malformed")]
    [TestCase("/api/bars?instrumentId=KO", 400, "instrument-id-malformed")]
    [TestCase("/api/bars?instrumentId=NO.WHERE", 404, "instrument-not-found")]
    [TestCase("/api/bars?interval=1y", 400, "interval-malformed")]
    [TestCase("/api/bars?from=yesterday", 400, "malformed-request")]
    [TestCase("/api/bars?cursor=WyJhIiwiYiJd", 400, "cursor-invalid")]
    [TestCase("/api/quarantine?instrumentId=KO", 400, "instrument-id-malformed")]
    public async Task Question_that_makes_no_sense_is_refused_with_a_code(string path, int status, string code)
    {
        var service = await Start(("Replay:Enabled", "false"));
        using var response = await service.Send(HttpMethod.Get, path);
        Assert.That(((int)response.StatusCode, await response.Content.ReadAsStringAsync()), Is.EqualTo((status, "")).Using<(int, string),
            (int, string)>(
            (actual, expected) =>
                actual.Item1 == expected.Item1 && actual.Item2.Contains($"\"code\":\"{code}\"", StringComparison.Ordinal)));
    }

    [Test]
    public async Task Routes_are_described_as_OpenAPI()
    {
        var service = await Start(("Replay:Enabled", "false"));
        var paths = (await service.Get("/openapi/v1.json"))["paths"]!.AsObject().Select(p => p.Key);
        string[] routes = ["/api/instruments", "/api/instruments/{id}", "/api/bars", "/api/quarantine", "/api/replay", "/api/import"];
        Assert.That(paths, Is.SupersetOf(routes));
    }

    [Test]
    public async Task Every_route_refuses_strangers_and_commands_refuse_viewers()
    {
        var service = await Start(("Replay:Enabled", "false"));
        foreach (var path in new[] { "/api/instruments", "/api/instruments/KO.XNYS", "/api/bars", "/api/quarantine", "/api/replay" })
        {
            using var response = await service.Send(HttpMethod.Get, path, role: null);
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized), path);
        }
        using var command = await service.Send(HttpMethod.Post, "/api/replay", "viewer", RunningIngestion.Json(new { paused = true }));
        using var import = await service.Send(HttpMethod.Post, "/api/import", "viewer", RunningIngestion.Csv("date,close"));
        Assert.That((command.StatusCode, import.StatusCode), Is.EqualTo((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)));
    }
}
