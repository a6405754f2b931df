using Superintel.Ingestion.Tests.Fixtures;
using Superintel.TestKit;

namespace Superintel.Ingestion.Tests.Service;

internal sealed class ReplayServiceTests : IngestionFixture
{
    private const string From = "2008-08-30T00:00:00Z";
    private const string To = "2008-10-19T00:00:00Z";

    [Test]
    public async Task Replay_stores_bars_holes_and_events_and_says_that_it_is_finished()
    {
        var service = await Start(Alone(From, To));
        await Eventually.True(async () => (string?)(await service.Get("/api/replay"))["state"] == "finished", "the replay is finished");
        var slices = await service.Scalar<long>("SELECT published FROM replay");
        var quarantine = (await service.Get("/api/quarantine?limit=500"))["items"]!.AsArray();
        Assert.Multiple(() =>
        {
            Assert.That(slices, Is.EqualTo(36));
            Assert.That(quarantine, Has.Count.EqualTo(16));
            Assert.That(quarantine.Select(q => (string?)q!["failures"]![0]), Is.All.EqualTo("completeness: missing close"));
            Assert.That(quarantine.Select(q => (string?)q!["instrumentId"]), Is.All.EqualTo("SPI-SECTORS.XSWX"));
        });
        Assert.That(await service.Scalar<long>("SELECT count(*) FROM bar WHERE bar_interval = '1d'"), Is.EqualTo((36 * 10) - 16));
        // The half-hourly file is not replayed: it is history, there from the start.
        Assert.That(await service.Scalar<long>("SELECT count(*) FROM bar WHERE instrument_id = 'USDCHF.XOFF'"), Is.EqualTo(62_496));
    }

    [Test]
    public async Task Replay_waits_for_the_score_of_each_slice()
    {
        var service = await Start([.. Alone(From, To), ("Replay:MachineHold", "00:10:00")]);
        await service.Published(1);
        var held = await service.Get("/api/replay");
        Assert.That(((string?)held["state"], (string?)held["waitingFor"]![0]!["stage"]), Is.EqualTo(("holding", "scoring")));
        await service.Deliver(Decided.Scored(held["position"]!.GetValue<DateTimeOffset>()));
        await service.Deliver(Decided.Executed(held["position"]!.GetValue<DateTimeOffset>()));
        await service.Published(2);
    }

    [Test]
    public async Task Restarted_replay_goes_on_where_it_was_and_publishes_no_slice_again()
    {
        var first = await Start([.. Alone(From, To), ("Replay:WarmUpSlices", "5"), ("Replay:SlicesPerSecond", "0.001")]);
        await first.Published(5);
        await Stop(first);
        var second = await Start(Alone(From, To));
        await Eventually.True(async () => (string?)(await second.Get("/api/replay"))["state"] == "finished", "the replay is finished");
        Assert.That(await second.Scalar<long>("SELECT published FROM replay"), Is.EqualTo(36));
        Assert.That(await second.Scalar<long>("SELECT count(DISTINCT closed_at) FROM bar WHERE bar_interval = '1d'"), Is.EqualTo(36));
    }

    [Test]
    public async Task Operator_pauses_and_resumes_and_a_restart_remembers_it()
    {
        var service = await Start([.. Alone(From, To), ("Replay:WarmUpSlices", "1"), ("Replay:SlicesPerSecond", "0.001")]);
        await service.Published(1);
        var paused = await service.Post("/api/replay", RunningIngestion.Json(new { paused = true, slicesPerSecond = 5000 }));
        await Stop(service);
        var again = await Start(Alone(From, To));
        var state = (string?)(await again.Get("/api/replay"))["state"];
        await again.Post("/api/replay", RunningIngestion.Json(new { paused = false }));
        await again.Published(36);
        Assert.That((paused.Status, (string?)paused.Body["state"], state), Is.EqualTo((200, "paused", "paused")));
    }

    [TestCase("{\"slicesPerSecond\": 0}", "pace-out-of-range")]
    [TestCase("{\"slicesPerSecond\": -3}", "pace-out-of-range")]
    [TestCase("{}", "nothing-to-change")]
    [TestCase("{\"pausd\": true}", "malformed-json")]
    [TestCase("{\"paused\": \"yes\"}", "malformed-json")]
    [TestCase("{", "malformed-json")]
    public async Task Command_that_makes_no_sense_is_refused_with_a_code(string body, string code)
    {
        var service = await Start(("Replay:Enabled", "false"));
        var answer = await service.Post("/api/replay", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        Assert.That((answer.Status, (string?)answer.Body["code"]), Is.EqualTo((400, code)));
    }

    [Test]
    public void Options_that_cannot_be_stop_the_service_and_are_all_named() => Assert.That(
        async () => await Start(("Replay:SlicesPerSecond", "0"), ("Gate:Window", "5")),
        Throws.InvalidOperationException.With.Message.Contains("SlicesPerSecond").And.Message.Contains("Gate:Window"));
}
