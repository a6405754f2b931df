using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Superintel.Contracts.Events.V1;

namespace Superintel.Prediction.Tests.Service.Research;

[NonParallelizable]
internal sealed class JobServiceTests
{
    private ResearchDesk desk = null!;

    [OneTimeSetUp]
    public async Task Open() => desk = await ResearchDesk.Open();

    [OneTimeTearDown]
    public async Task Close() => await desk.DisposeAsync();

    [Test]
    public async Task Screen_of_the_whole_panel_tests_all_pairs_of_the_instruments_without_holes()
    {
        var job = await desk.Start(new { method = "screen", log = true, options = new { fdr = 1 } });

        var ended = await desk.Until(job, "succeeded", "failed");
        var (status, result) = await desk.Get($"jobs/{job}/result");

        Assert.That(ended.GetProperty("status").GetString(), Is.EqualTo("succeeded"), ended.ToString());
        Assert.That(ended.GetProperty("progress").GetDouble(), Is.EqualTo(1));
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        // Six instruments without holes; W02 has one.
        Assert.That(result.GetProperty("tested").GetInt32(), Is.EqualTo(15));
        var named = result.GetProperty("pairs").EnumerateArray()
            .SelectMany(pair => new[] { pair.GetProperty("a").GetString(), pair.GetProperty("b").GetString() }).ToHashSet();
        Assert.That(named, Is.EquivalentTo(ResearchDesk.Market.Names.Where(name => name != "W02.TEST")));
    }

    [Test]
    public async Task Pair_backtest_and_look_ahead_check_take_the_pair_from_the_instruments()
    {
        var options = new Dictionary<string, object> { ["train"] = 60, ["test"] = 20, ["paths"] = 50 };
        var backtest = await desk.Start(new { method = "pair-backtest", instruments = new[] { "P00A.TEST", "P00B.TEST" }, options });
        var check = await desk.Start(new
        {
            method = "lookahead-check",
            options = new Dictionary<string, object> { ["pair"] = "P00A.TEST,P00B.TEST", ["train"] = 60, ["strategy"] = "whole-sample" },
        });

        await desk.Until(backtest, "succeeded");
        await desk.Until(check, "succeeded");
        var report = (await desk.Get($"jobs/{backtest}/result")).Body;
        Assert.That(report.GetProperty("pair")[0].GetString(), Is.EqualTo("P00A.TEST"));
        Assert.That(report.GetProperty("bars").GetInt32(), Is.EqualTo(60));
        Assert.That((await desk.Get($"jobs/{check}/result")).Body.GetProperty("honest").GetBoolean(), Is.False);
    }

    [Test]
    public async Task Running_screen_is_cancelled_and_a_queued_job_at_once()
    {
        var running = await desk.Start(ResearchDesk.EndlessScreen());
        await desk.Until(running, "running");
        var queued = await desk.Start(ResearchDesk.EndlessScreen());

        var early = await desk.Get($"jobs/{running}/result");
        var (second, cancelled) = await desk.Ask(HttpMethod.Delete, $"jobs/{queued}");
        var (first, _) = await desk.Ask(HttpMethod.Delete, $"jobs/{running}");
        await desk.Until(running, "cancelled");
        var again = await desk.Ask(HttpMethod.Delete, $"jobs/{running}");
        var result = await desk.Get($"jobs/{running}/result");

        Assert.That((early.Status, Code(early.Body)), Is.EqualTo((HttpStatusCode.Conflict, "job-not-finished")));
        Assert.That((first, second), Is.EqualTo((HttpStatusCode.Accepted, HttpStatusCode.Accepted)));
        Assert.That(cancelled.GetProperty("status").GetString(), Is.EqualTo("cancelled"));
        Assert.That((again.Status, Code(again.Body)), Is.EqualTo((HttpStatusCode.Conflict, "job-ended")));
        Assert.That((result.Status, Code(result.Body)), Is.EqualTo((HttpStatusCode.Conflict, "job-without-result")));
    }

    [Test]
    public async Task Restart_interrupts_the_running_job_and_runs_the_queued_one()
    {
        var running = await desk.Start(ResearchDesk.EndlessScreen());
        await desk.Until(running, "running");
        var queued = await desk.Start(new { method = "screen", log = true, options = new Dictionary<string, object> { ["max-lag"] = 1 } });

        await desk.Restart();

        var interrupted = await desk.Until(running, "interrupted");
        Assert.That(interrupted.GetProperty("code").GetString(), Is.EqualTo("interrupted"));
        Assert.That(interrupted.GetProperty("request").GetProperty("series").ValueKind, Is.EqualTo(JsonValueKind.Null));
        await desk.Until(queued, "succeeded");
    }

    [Test]
    public async Task Every_change_of_a_job_is_told_with_a_rising_version_and_progress()
    {
        var job = await desk.Start(new { method = "screen", log = true });
        await desk.Until(job, "succeeded");

        var told = (await desk.Service.Told()).OfType<AnalyticsJobProgressed>().Where(happened => happened.JobId == job).ToArray();

        Assert.That(told.Select(happened => happened.Status).Distinct(), Is.EqualTo(new[] { "queued", "running", "succeeded" }));
        Assert.That(told.Select(happened => happened.Version), Is.Ordered.And.Unique);
        Assert.That(told.Select(happened => happened.Progress), Is.Ordered);
        Assert.That(told.Select(happened => happened.By).Distinct(), Is.EqualTo(new[] { "somebody" }));
    }

    [Test]
    public async Task Job_whose_series_are_at_fault_fails_with_their_code()
    {
        var job = await desk.Start(new { method = "screen", instruments = new[] { "W01.TEST", "W02.TEST" } });

        var failed = await desk.Until(job, "failed");

        Assert.That(failed.GetProperty("code").GetString(), Is.EqualTo("missing-value"));
        Assert.That(failed.GetProperty("detail").GetString(), Does.Contain("W02.TEST"));
    }

    [TestCase("""{"method":"screen","options":{"fdr-method":"best"}}""", 400, "bad-option")]
    [TestCase("""{"method":"pair-backtest"}""", 400, "bad-option")]
    [TestCase("""{"method":"pair-backtest","options":{"pair":"A","plot":"/tmp/x"}}""", 400, "bad-option")]
    [TestCase("""{"method":"adf","instruments":["W01.TEST"]}""", 404, "unknown-method")]
    [TestCase("""{"method":"screen","surprise":1}""", 400, "malformed-json")]
    public async Task Job_that_cannot_be_asked_for_is_refused_at_once(string body, int status, string code)
    {
        var reply = await desk.Ask(HttpMethod.Post, "jobs", JsonNode.Parse(body));

        Assert.That(((int)reply.Status, Code(reply.Body)), Is.EqualTo((status, code)), reply.Body.ToString());
    }

    [Test]
    public async Task Jobs_are_listed_newest_first_page_by_page()
    {
        var first = await desk.Start(new { method = "screen", log = true });
        var second = await desk.Start(new { method = "screen", log = true });
        await desk.Until(second, "succeeded");

        var one = (await desk.Get("jobs?limit=1")).Body;
        var two = (await desk.Get($"jobs?limit=1&cursor={one.GetProperty("next").GetString()}")).Body;

        Assert.That(one.GetProperty("items")[0].GetProperty("jobId").GetString(), Is.EqualTo(second));
        Assert.That(two.GetProperty("items")[0].GetProperty("jobId").GetString(), Is.EqualTo(first));
        Assert.That((await desk.Get("jobs?cursor=nonsense")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(Code((await desk.Get("jobs/jnone")).Body), Is.EqualTo("job-not-found"));
    }

    [Test]
    public async Task Viewer_may_look_but_neither_start_nor_cancel()
    {
        var start = await desk.Ask(HttpMethod.Post, "jobs", new { method = "screen" }, "viewer");
        var cancel = await desk.Ask(HttpMethod.Delete, "jobs/j1", role: "viewer");

        Assert.That((start.Status, cancel.Status), Is.EqualTo((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)));
    }

    [TestCase("GET", "methods")]
    [TestCase("POST", "stats/adf")]
    [TestCase("GET", "jobs")]
    [TestCase("POST", "jobs")]
    [TestCase("GET", "jobs/j1")]
    [TestCase("GET", "jobs/j1/result")]
    [TestCase("DELETE", "jobs/j1")]
    public async Task Request_without_a_token_is_refused(string method, string path)
    {
        using var client = desk.Service.CreateClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/api/analytics/{path}");

        Assert.That((await client.SendAsync(request)).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    private static string? Code(JsonElement body) => body.GetProperty("code").GetString();
}
