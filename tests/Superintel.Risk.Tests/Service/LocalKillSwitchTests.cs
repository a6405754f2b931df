using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Npgsql;
using Superintel.Contracts.Events.V1;
using Superintel.TestKit;

namespace Superintel.Risk.Tests.Service;

/// <summary>The kill switch's local socket, with the broker and the store gone.</summary>
internal sealed class LocalKillSwitchTests
{
    private const string NoBroker = "amqp://nobody:nothing@127.0.0.1:1/";

    [Test]
    public async Task Halt_without_store_and_bus_reaches_execution_and_the_store_when_it_returns()
    {
        var store = new NpgsqlConnectionStringBuilder(TestServers.Postgres);
        await using var cable = Cable.To(store.Host!, store.Port);
        await using var execution = await FakeExecution.Start();
        await using var risk = await RunningRisk.Start(execution.Address, NoBroker, cable.Port);
        cable.Cut();

        var reply = await Ask(risk.StateFolder, """{"state":"halted","reason":"everything burns"}""");

        Assert.Multiple(() =>
        {
            Assert.That(reply.GetProperty("accepted").GetBoolean(), Is.True);
            Assert.That(reply.GetProperty("delivered").GetBoolean(), Is.True);
            Assert.That(reply.GetProperty("stored").GetBoolean(), Is.False);
            Assert.That(execution.Halts.Select(halt => halt.Reason), Does.Contain("everything burns"));
            Assert.That(File.Exists(Path.Combine(risk.StateFolder, "kill-switch.order.json")), Is.True, "it survives a restart");
        });

        cable.Mend();
        await Eventually.True(
            () => execution.Told.OfType<TradingStateChanged>().Any(told => told.State == "halted"), "Execution to be told");
        var stored = await risk.Send(HttpMethod.Get, "/api/risk/kill-switch", risk.Token("vic", "viewer"));
        Assert.That(stored.Body.GetProperty("state").GetString(), Is.EqualTo("halted"));
        Assert.That(stored.Body.GetProperty("by").GetString(), Does.StartWith("local:"));
        Assert.That(await risk.Outbox(), Does.Contain("trading-state-changed/1"), "the journal hears of it");
        Assert.That(File.Exists(Path.Combine(risk.StateFolder, "kill-switch.order.json")), Is.False);
    }

    [Test]
    public async Task Order_that_was_left_behind_is_carried_out_at_the_next_start()
    {
        var folder = Scratch.Folder("risk");
        await File.WriteAllTextAsync(
            Path.Combine(folder, "kill-switch.order.json"),
            """{"reason":"before the crash","by":"local:ada","at":"2026-01-01T00:00:00Z"}""");
        await using var execution = await FakeExecution.Start();
        await using var risk = await RunningRisk.Start(execution.Address, NoBroker, stateFolder: folder);
        await Eventually.True(
            () => execution.Told.OfType<TradingStateChanged>().Any(told => told.Reason == "before the crash"), "Execution to be told");
        Assert.That(execution.Halts, Is.Not.Empty);
    }

    [Test]
    public async Task Socket_opens_for_its_owner_alone_and_lets_nothing_loosen()
    {
        await using var execution = await FakeExecution.Start();
        await using var risk = await RunningRisk.Start(execution.Address, NoBroker);
        var active = await Ask(risk.StateFolder, """{"state":"active","reason":"please"}""");
        var nothing = await Ask(risk.StateFolder, """{"state":"halted","reason":" "}""");
        var garbage = await Ask(risk.StateFolder, "stop!");
        Assert.Multiple(() =>
        {
            foreach (var reply in new[] { active, nothing, garbage }) Assert.That(reply.GetProperty("accepted").GetBoolean(), Is.False);
            Assert.That(execution.Halts, Is.Empty);
            Assert.That(
                File.GetUnixFileMode(Path.Combine(risk.StateFolder, "kill-switch.sock")),
                Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        });
    }

    private static async Task<JsonElement> Ask(string folder, string line)
    {
        var path = Path.Combine(folder, "kill-switch.sock");
        await Eventually.True(() => File.Exists(path), "the socket");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(path));
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"));
        using var reader = new StreamReader(stream);
        return JsonDocument.Parse(await reader.ReadLineAsync() ?? "").RootElement;
    }
}
