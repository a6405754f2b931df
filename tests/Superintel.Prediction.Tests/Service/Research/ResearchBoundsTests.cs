using System.Net;
using System.Text.Json;

namespace Superintel.Prediction.Tests.Service.Research;

/// <summary>Nothing about research is without a bound.</summary>
internal sealed class ResearchBoundsTests
{
    private ResearchDesk desk = null!;

    [OneTimeSetUp]
    public async Task Open() => desk = await ResearchDesk.Empty();

    [OneTimeTearDown]
    public async Task Close() => await desk.DisposeAsync();

    [Test]
    public async Task Statistic_that_takes_too_long_is_given_up_and_keeps_its_place_until_it_ends()
    {
        await desk.Restart(("Research:Statistics", "1"), ("Research:StatisticTime", "00:00:00.001"));
        var endless = new { series = Series(100_000, 1), options = new { states = 8, tolerance = 1e-12 } };

        var late = await desk.Ask(HttpMethod.Post, "stats/hmm", endless);
        var busy = await desk.Ask(HttpMethod.Post, "stats/jarque-bera", new { series = Series(50, 1) });

        Assert.That((late.Status, Code(late.Body)), Is.EqualTo((HttpStatusCode.ServiceUnavailable, "time-limit")));
        Assert.That((busy.Status, Code(busy.Body)), Is.EqualTo((HttpStatusCode.ServiceUnavailable, "analytics-busy")));
    }

    [Test]
    public async Task Job_that_takes_too_long_fails()
    {
        await desk.Restart(("Research:JobTime", "00:00:00.5"));

        var failed = await desk.Until(await desk.Start(ResearchDesk.EndlessScreen()), "failed");

        Assert.That(Code(failed), Is.EqualTo("time-limit"));
    }

    [Test]
    public async Task Job_whose_result_is_too_large_fails()
    {
        await desk.Restart(("Research:LargestResult", "10"));

        var failed = await desk.Until(await desk.Start(Check()), "failed");

        Assert.That(Code(failed), Is.EqualTo("result-too-large"));
    }

    [Test]
    public async Task More_jobs_than_may_wait_are_refused()
    {
        await desk.Restart(("Research:QueuedJobs", "1"));
        var running = await desk.Start(ResearchDesk.EndlessScreen());
        await desk.Until(running, "running");
        var waiting = await desk.Start(Check());

        var refused = await desk.Ask(HttpMethod.Post, "jobs", Check());

        Assert.That((refused.Status, Code(refused.Body)), Is.EqualTo((HttpStatusCode.TooManyRequests, "too-many-jobs")));
        await desk.Ask(HttpMethod.Delete, $"jobs/{running}");
        await desk.Until(waiting, "succeeded");
    }

    [Test]
    public async Task Only_the_newest_jobs_are_kept()
    {
        await desk.Restart(("Research:KeptJobs", "2"));
        string[] jobs = [await desk.Start(Check()), await desk.Start(Check()), await desk.Start(Check())];
        await desk.Until(jobs[2], "succeeded");

        var kept = (await desk.Get("jobs")).Body.GetProperty("items").EnumerateArray().Select(job => job.GetProperty("jobId").GetString());

        Assert.That(kept, Is.EqualTo(new[] { jobs[2], jobs[1] }));
    }

    private static object Check() => new
    {
        method = "lookahead-check",
        series = Series(200, 2),
        options = new { train = 60, test = 20, every = 50 },
    };

    private static object Series(int rows, int columns) => new
    {
        timestamps = Enumerable.Range(1, rows).Select(row => $"{row}").ToArray(),
        columns = Enumerable.Range(1, columns).Select(column => new
        {
            name = $"S{column}",
            values = Enumerable.Range(1, rows).Select(row => 20 + Math.Sin(0.37 * column * row) + (0.01 * column * (row % 17))).ToArray(),
        }).ToArray(),
    };

    private static string? Code(JsonElement body) => body.GetProperty("code").GetString();
}
