using Microsoft.Extensions.DependencyInjection;
using Superintel.ServiceDefaults.Security;
using Superintel.TestKit;

namespace Superintel.Prediction.Tests.Service.Research;

/// <summary>./superintel analytics against the running service.</summary>
internal sealed class AnalyticsCommandTests
{
    private ResearchDesk desk = null!;
    private CommandLine trader = null!;
    private CommandLine viewer = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        desk = await ResearchDesk.Open();
        var address = await desk.Listen();
        var tokens = desk.Service.Services.GetRequiredService<InternalTokens>();
        CommandLine As(string user, string role) => new(address, tokens.For(user, [role]), "analytics");
        (trader, viewer) = (As("tess", "trader"), As("vic", "viewer"));
    }

    [OneTimeTearDown]
    public async Task Close() => await desk.DisposeAsync();

    [Test]
    public async Task Methods_and_the_options_of_one_are_listed()
    {
        var all = await viewer.Run("methods");
        var one = await viewer.Run("methods", "engle-granger");

        Assert.That(all.Text, Does.Contain("phillips-ouliaris").And.Contain("lookahead-check"), all.Error);
        Assert.That(one.Text, Does.Contain("regression").And.Contain("max-lag"), one.Error);
        Assert.That((await viewer.Run("methods", "nonsense")).Exit, Is.EqualTo(2));
    }

    [Test]
    public async Task Statistic_is_printed_and_a_wrong_option_ends_with_the_code_and_the_words()
    {
        var answer = await viewer.Json("stats", "adf", "--instruments", "W01.TEST", "--log", "--set", "regression=ct", "--set", "lags=1");
        var refused = await viewer.Run("stats", "adf", "--instruments", "W01.TEST", "--set", "regression=cubic");

        Assert.That(answer["result"]!["usedLag"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That(answer["series"]![0]!.GetValue<string>(), Is.EqualTo("W01.TEST"));
        Assert.That(refused.Exit, Is.EqualTo(2));
        Assert.That(refused.Error, Does.StartWith("error bad-option: Argument 'cubic' not recognized."));
    }

    [Test]
    public async Task Job_is_started_waited_for_and_read_again()
    {
        var result = await trader.Json("start", "screen", "--log", "--set", "fdr=1", "--wait");
        var jobs = await viewer.Json("jobs", "--limit", "1");
        var id = jobs["items"]![0]!["jobId"]!.GetValue<string>();

        Assert.That(result["tested"]!.GetValue<int>(), Is.EqualTo(15));
        Assert.That((await viewer.Json("result", id)).ToJsonString(), Is.EqualTo(result.ToJsonString()));
        Assert.That((await viewer.Json("job", id))["by"]!.GetValue<string>(), Is.EqualTo("tess"));
        Assert.That((await viewer.Run("job", id)).Text, Does.Contain("succeeded").And.Contain("100"));
    }

    [Test]
    public async Task Look_ahead_that_was_caught_is_a_failure()
    {
        var (exit, text, _) = await trader.Run(
            "start", "lookahead-check", "--instruments", "P00A.TEST,P00B.TEST", "--wait", "--set", "train=60",
            "--set", "strategy=whole-sample");

        Assert.That(exit, Is.EqualTo(1));
        Assert.That(text, Does.Contain("honest"));
    }

    [Test]
    public async Task Job_is_cancelled_and_nothing_more_is_to_be_cancelled_then()
    {
        var job = await desk.Start(ResearchDesk.EndlessScreen());

        var first = await trader.Run("cancel", job);
        await desk.Until(job, "cancelled");
        var second = await trader.Run("cancel", job);

        Assert.That(first.Exit, Is.Zero, first.Error);
        Assert.That((second.Exit, second.Error), Is.EqualTo((1, $"error job-ended: Job {job} is cancelled.{Environment.NewLine}")));
    }

    [Test]
    public async Task Viewer_cannot_start_a_job()
    {
        var (exit, _, error) = await viewer.Run("start", "screen");

        Assert.That(exit, Is.EqualTo(4));
        Assert.That(error, Does.StartWith("error role-required"));
    }
}
