using System.Text.Json;
using Superintel.AppHost.Local.Control;
using Superintel.AppHost.Local.State;
using Superintel.AppHost.Local.Verbs;
using Superintel.AppHost.Tests.FakeFleet;
using Superintel.TestKit;

namespace Superintel.AppHost.Tests.Supervision;

public sealed class StatusTests
{
    [Test]
    public async Task Status_as_json_gives_each_part_and_the_addresses()
    {
        var folder = RunningHost.NewFolder(new FakePart("server", FakePart.RunForever, []));
        await using var host = await RunningHost.Ready(folder);
        using var terminal = new StringWriter();
        var code = await StatusVerb.Run(folder, json: true, terminal);
        using var document = JsonDocument.Parse(terminal.ToString());
        var part = document.RootElement.GetProperty("parts").EnumerateArray().Single();
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero);
            Assert.That(part.GetProperty("name").GetString(), Is.EqualTo("server"));
            Assert.That(part.GetProperty("health").GetString(), Is.EqualTo("healthy"));
            Assert.That(part.GetProperty("url").GetString(), Is.EqualTo("nowhere"));
            Assert.That(RunningHost.Runs(part.GetProperty("pid").GetInt32()), Is.True);
            Assert.That(part.GetProperty("rssBytes").GetInt64(), Is.GreaterThan(0));
            Assert.That(document.RootElement.GetProperty("urls").GetProperty("gateway").GetString(), Does.StartWith("http://"));
            Assert.That(document.RootElement.GetProperty("urls").TryGetProperty("dashboard", out _), Is.True);
        });
    }

    [Test]
    public async Task Status_for_a_person_names_each_part()
    {
        var folder = RunningHost.NewFolder(new FakePart("server", FakePart.RunForever, []));
        await using var host = await RunningHost.Ready(folder);
        using var terminal = new StringWriter();
        await StatusVerb.Run(folder, json: false, terminal);
        Assert.That(terminal.ToString(), Does.Contain("server").And.Contains("healthy").And.Contains("MB in all"));
    }

    [Test]
    public async Task Status_of_a_part_that_works_without_something_is_degraded_with_the_names_until_it_has_it()
    {
        var folder = RunningHost.NewFolder(
            new FakePart("server", "printf 'bus\nvenue-x\n' >server.ready.without; ready; exec sleep 1000", []),
            new FakePart("service", FakePart.RunForever, ["server"]));
        await using var host = await RunningHost.Ready(folder);
        using var terminal = new StringWriter();
        var code = await StatusVerb.Run(folder, json: false, terminal);
        var server = await host.Part("server");
        Assert.Multiple(async () =>
        {
            Assert.That(code, Is.Zero);
            Assert.That(terminal.ToString(), Does.Match("(?m)^server +degraded .* without bus, venue-x$"));
            Assert.That((server.Health, server.Missing), Is.EqualTo(("degraded", (string[])["bus", "venue-x"])));
            Assert.That((await host.Part("service")).Health, Is.EqualTo("healthy"), "what waits for it starts");
            Assert.That(host.Output, Does.Contain("degraded at nowhere, without bus, venue-x"));
        });
        File.Delete(Path.Combine(folder.Root, "server.ready.without"));
        var after = await Eventually.Get(() => host.Part("server"), part => part.Health == "healthy", "nothing is missing any more");
        Assert.That(after.Missing, Is.Empty);
    }

    [Test]
    public async Task Status_when_nothing_runs_says_so_with_code_3()
    {
        var folder = RunningHost.NewFolder();
        using var terminal = new StringWriter();
        Assert.That(await StatusVerb.Run(folder, json: false, terminal), Is.EqualTo(3));
        Assert.That(terminal.ToString(), Does.Contain("No fleet runs"));
        using var json = new StringWriter();
        Assert.That(await StatusVerb.Run(folder, json: true, json), Is.EqualTo(3));
        Assert.That(JsonDocument.Parse(json.ToString()).RootElement.GetProperty("parts").GetArrayLength(), Is.Zero);
        Directory.Delete(folder.Root, recursive: true);
    }

    [Test]
    public async Task Control_socket_belongs_to_the_owner_alone_and_refuses_what_it_does_not_know()
    {
        var folder = RunningHost.NewFolder(new FakePart("server", FakePart.RunForever, []));
        await using var host = await RunningHost.Ready(folder);
        Assert.That(File.GetUnixFileMode(folder.ControlSocket), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        await Assert.ThatAsync(() => Ask(new ControlRequest("explode")), Throws.TypeOf<FleetException>());
        await Assert.ThatAsync(() => Ask(new ControlRequest("stop", "nobody")), Throws.TypeOf<FleetException>());
        Task Ask(ControlRequest request) => ControlClient.Ask(folder, request, TimeSpan.FromSeconds(5));
    }

    [Test]
    public void Control_socket_of_a_deep_folder_gets_a_path_that_the_kernel_accepts()
    {
        var folder = new StateFolder(Path.Combine("/tmp", new string('a', 60), new string('b', 60)));
        Assert.That(folder.ControlSocket, Has.Length.LessThan(108));
        Assert.That(new StateFolder(folder.Root).ControlSocket, Is.EqualTo(folder.ControlSocket));
    }
}
