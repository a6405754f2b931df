using System.Diagnostics;
using Superintel.AppHost.Local.Control;
using Superintel.AppHost.Tests.FakeFleet;
using Superintel.TestKit;

namespace Superintel.AppHost.Tests.Supervision;

public sealed class CrashTests
{
    private static readonly FakePart Server = new("server", FakePart.RunForever, []);
    private static readonly FakePart Service = new("service", FakePart.RunForever, ["server"]);

    [Test]
    public async Task Part_when_killed_is_started_again_and_its_restarts_are_counted()
    {
        var folder = RunningHost.NewFolder(Server, Service);
        await using var host = await RunningHost.Ready(folder);
        var before = await host.Part("service");
        Kill(before.Pid!.Value);
        var after = await Eventually.Get(
            () => host.Part("service"), part => part.Health == "healthy" && part.Pid != before.Pid, "healthy again");
        Assert.Multiple(async () =>
        {
            Assert.That(after.Restarts, Is.EqualTo(1));
            Assert.That(after.LastEnd, Does.Contain("137"));
            Assert.That((await host.Part("server")).Restarts, Is.Zero);
        });
    }

    [Test]
    public async Task Part_that_crashes_again_and_again_waits_longer_each_time()
    {
        var folder = RunningHost.NewFolder(new FakePart("service", "exit 3", []));
        await using var host = RunningHost.Start(folder);
        await host.Ended();
        Assert.That(host.Output, Does.Match("(?s)again in 0\\.1 s.*again in 0\\.2 s.*again in 0\\.4 s"));
    }

    [Test]
    public async Task Part_waits_until_what_it_references_is_healthy_again()
    {
        var folder = RunningHost.NewFolder(Server, Service);
        await using var host = await RunningHost.Ready(folder);
        await ControlClient.Ask(folder, new ControlRequest("stop", "server"), RunningHost.Patience);
        Kill((await host.Part("service")).Pid!.Value);
        await Eventually.Get(() => host.Part("service"), part => part.Health == "waiting", "waits for the server");
        await ControlClient.Ask(folder, new ControlRequest("start", "server"), RunningHost.Patience);
        await Eventually.Get(() => host.Part("service"), part => part.Health == "healthy", "started again");
    }

    [Test]
    public async Task Host_when_killed_leaves_no_process_behind()
    {
        var folder = RunningHost.NewFolder(
            new FakePart("server", FakePart.RunForever, []),
            new FakePart("deaf", "trap '' TERM INT HUP; ready; exec sleep 1000", []));
        await using var host = await RunningHost.Ready(folder);
        var pids = (await host.Status())!.Parts.Select(part => part.Pid!.Value).ToArray();
        Kill(host.Process.Id);
        await Eventually.True(() => !pids.Any(RunningHost.Runs), "all parts are gone");
    }

    [Test]
    public async Task Host_after_one_that_was_killed_ends_what_outlived_it_and_comes_up()
    {
        // The part frees itself of the death signal, as one that was killed in the moment of its birth would have none.
        var folder = RunningHost.NewFolder(
            new FakePart("stray", "exec setpriv --pdeathsig clear sh -c 'echo $$ >stray.ready; exec sleep 1000'", []));
        await using var killed = await RunningHost.Ready(folder);
        var stray = (await killed.Part("stray")).Pid!.Value;
        Kill(killed.Process.Id);
        await killed.Ended();
        Assert.That(RunningHost.Runs(stray), Is.True);
        var next = await RunningHost.Ready(folder);
        Assert.Multiple(async () =>
        {
            Assert.That(RunningHost.Runs(stray), Is.False);
            Assert.That((await next.Part("stray")).Health, Is.EqualTo("healthy"));
        });
        await ControlClient.Ask(folder, new ControlRequest("down"), RunningHost.Patience);
        await next.Ended();
    }

    private static void Kill(int pid)
    {
        using var process = Process.GetProcessById(pid);
        process.Kill();
    }
}
