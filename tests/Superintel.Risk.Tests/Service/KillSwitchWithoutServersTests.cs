using System.CommandLine;
using Npgsql;
using Superintel.Cli.Commands;
using Superintel.TestKit;

namespace Superintel.Risk.Tests.Service;

/// <summary>RabbitMQ and PostgreSQL stop under running services, Risk and the real Execution, and a person halts the desk.</summary>
internal sealed class KillSwitchWithoutServersTests
{
    private Cable postgres = null!;
    private Cable rabbit = null!;
    private RunningExecution execution = null!;
    private RunningRisk risk = null!;

    [SetUp]
    public async Task Start()
    {
        var (store, bus) = (new NpgsqlConnectionStringBuilder(TestServers.Postgres), new UriBuilder(TestServers.RabbitMq));
        (postgres, rabbit) = (Cable.To(store.Host!, store.Port), Cable.To(bus.Host, bus.Port));
        (bus.Host, bus.Port) = ("127.0.0.1", rabbit.Port);
        var prefix = BrokerPrefix.New();
        execution = await RunningExecution.Start(prefix, bus.Uri.ToString(), postgres.Port);
        risk = await RunningRisk.Start(execution.Grpc, bus.Uri.ToString(), postgres.Port, prefix: prefix);
        postgres.Cut();
        rabbit.Cut();
    }

    [TearDown]
    public async Task Stop()
    {
        postgres.Mend();
        rabbit.Mend();
        await risk.DisposeAsync();
        await execution.DisposeAsync();
        await postgres.DisposeAsync();
        await rabbit.DisposeAsync();
    }

    [Test]
    public async Task Command_line_halts_execution_past_every_server()
    {
        var root = new Command("superintel") { KillSwitchCommand.Create() };
        foreach (var option in ConnectionOptions.All) root.Options.Add(option);
        var line = root.Parse(["kill-switch", "halted", "--local", "--reason", "fire", "--state", risk.StateFolder, "--json"]);
        Assert.That(await line.InvokeAsync(), Is.Zero);
        await HoldsAndIsStored("fire", $"local:{Environment.UserName}");
    }

    [Test]
    public async Task Api_halts_execution_past_every_server_and_refuses_less()
    {
        var trader = risk.Token("tom", "trader");
        var less = await risk.Send(HttpMethod.Post, "/api/risk/kill-switch", trader, new { state = "reduce-only", reason = "smoke" });
        var halted = await risk.Send(HttpMethod.Post, "/api/risk/kill-switch", trader, new { state = "halted", reason = "fire" });
        Assert.Multiple(() =>
        {
            Assert.That(less.Status, Is.GreaterThanOrEqualTo(500));
            Assert.That(halted.Status, Is.EqualTo(200), halted.Body.ToString());
            Assert.That(halted.Body.GetProperty("delivered").GetBoolean(), Is.True);
            Assert.That(halted.Body.GetProperty("stored").GetBoolean(), Is.False);
        });
        await HoldsAndIsStored("fire", "tom");
    }

    private async Task HoldsAndIsStored(string reason, string by)
    {
        Assert.That(
            await File.ReadAllTextAsync(Path.Combine(execution.StateFolder, "execution-halt")), Is.EqualTo($"{by}: {reason}\n"),
            "Execution keeps it over a restart");
        postgres.Mend();
        rabbit.Mend();
        await Eventually.True(
            async () => (await risk.Send(HttpMethod.Get, "/api/risk/kill-switch", risk.Token("vic", "viewer"))).Body is var now
                && now.TryGetProperty("version", out var version) && version.GetInt64() == 1
                && (now.GetProperty("state").GetString(), now.GetProperty("by").GetString()) == ("halted", by),
            "the store has the halt");
        await Eventually.True(
            () => !File.Exists(Path.Combine(risk.StateFolder, "kill-switch.order.json")), "the order is carried out");
    }
}
