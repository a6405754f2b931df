using Superintel.AppHost.Local.Processes;
using Superintel.AppHost.Local.Verbs;
using Superintel.AppHost.Tests.FakeFleet;
using Superintel.TestKit;

namespace Superintel.AppHost.Tests.Supervision;

public sealed class StartAndStopTests
{
    private const string SaysWhenItStops =
        "trap 'echo stop $NAME >>events; kill $sleeper; exit 0' TERM; ready; sleep 1000 & sleeper=$!; wait";

    private static FakePart Traced(string name, params string[] references) =>
        new(name, SaysWhenItStops.Replace("$NAME", name, StringComparison.Ordinal), references);

    [Test]
    public async Task Fleet_when_it_runs_starts_parts_after_and_stops_them_before_what_they_reference()
    {
        var folder = RunningHost.NewFolder(Traced("gateway", "journal", "server"), Traced("journal", "server"), Traced("server"));
        await using var host = await RunningHost.Ready(folder);
        await DownVerb.Run(folder, TextWriter.Null);
        var code = await host.Ended();
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero);
            Assert.That(File.ReadAllLines(Path.Combine(folder.Root, "events")), Is.EqualTo((string[])
                ["start server", "start journal", "start gateway", "stop gateway", "stop journal", "stop server"]));
            Assert.That(File.Exists(folder.ControlSocket), Is.False);
        });
    }

    [Test]
    public async Task Part_that_ignores_the_request_to_stop_is_killed_at_its_deadline()
    {
        var folder = RunningHost.NewFolder(
            new FakePart("deaf", "trap '' TERM; ready; while :; do sleep 1; done", [], StopWithinSeconds: 0.3));
        await using var host = await RunningHost.Ready(folder);
        var pid = (await host.Part("deaf")).Pid!.Value;
        await DownVerb.Run(folder, TextWriter.Null);
        Assert.Multiple(() =>
        {
            Assert.That(RunningHost.Runs(pid), Is.False);
            Assert.That(ProcessTable.Pids().Where(other => ProcessTable.Command(other) == "deaf"), Is.Empty);
        });
    }

    [Test]
    public async Task Part_that_never_comes_up_ends_the_start_with_its_name_and_the_end_of_its_log()
    {
        var folder = RunningHost.NewFolder(
            new FakePart("server", FakePart.RunForever, []), new FakePart("broken", "echo no such key; exit 7", ["server"]));
        await using var host = RunningHost.Start(folder);
        var code = await host.Ended();
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(1));
            Assert.That(host.Output, Does.Contain("broken did not come up"));
            Assert.That(host.Output, Does.Contain("no such key"));
            Assert.That(host.Output, Does.Contain("ended with code 7"));
        });
    }

    [Test]
    public async Task Second_host_on_the_same_state_is_refused_and_the_first_goes_on()
    {
        var folder = RunningHost.NewFolder(new FakePart("server", FakePart.RunForever, []));
        await using var first = await RunningHost.Ready(folder);
        var second = RunningHost.Start(folder);
        Assert.That(await second.Ended(), Is.EqualTo(1));
        await Eventually.True(() => second.Output.Contains("already runs", StringComparison.Ordinal), "it says why");
        Assert.That((await first.Part("server")).Health, Is.EqualTo("healthy"));
    }

    [Test]
    public async Task Two_fleets_with_a_state_of_their_own_run_beside_each_other()
    {
        await using var one = await RunningHost.Ready(RunningHost.NewFolder(new FakePart("server", FakePart.RunForever, [])));
        await using var other = await RunningHost.Ready(RunningHost.NewFolder(new FakePart("server", FakePart.RunForever, [])));
        Assert.That((await one.Part("server")).Pid, Is.Not.EqualTo((await other.Part("server")).Pid));
    }

    [Test]
    public async Task Detached_host_returns_when_ready_and_goes_on_until_it_is_told_to_stop()
    {
        var folder = RunningHost.NewFolder(new FakePart("server", FakePart.RunForever, []));
        await using var starter = RunningHost.Start(folder, "detach");
        Assert.That(await starter.Ended(), Is.Zero, starter.Output);
        var pid = (await starter.Part("server")).Pid!.Value;
        Assert.That(starter.Output, Does.Contain("Web app"));
        Assert.That(await DownVerb.Run(folder, TextWriter.Null), Is.Zero);
        Assert.That(RunningHost.Runs(pid), Is.False);
    }

    [Test]
    public async Task Detached_host_that_fails_shows_why_and_gives_its_exit_code()
    {
        var folder = RunningHost.NewFolder(new FakePart("broken", "echo the port is wrong; exit 7", []));
        await using var starter = RunningHost.Start(folder, "detach");
        Assert.That(await starter.Ended(), Is.EqualTo(1));
        Assert.That(starter.Output, Does.Contain("the port is wrong"));
    }

    [Test]
    public async Task Down_when_nothing_runs_says_so_and_succeeds()
    {
        var folder = RunningHost.NewFolder();
        using var terminal = new StringWriter();
        Assert.That(await DownVerb.Run(folder, terminal), Is.Zero);
        Assert.That(terminal.ToString(), Does.Contain("No fleet runs"));
        Directory.Delete(folder.Root, recursive: true);
    }
}
