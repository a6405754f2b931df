using System.Diagnostics;
using Npgsql;
using Superintel.AppHost.Local.Planning;
using Superintel.AppHost.Local.Probes;
using Superintel.AppHost.Local.Processes;
using Superintel.AppHost.Local.State;
using Superintel.AppHost.Local.Verbs;
using Superintel.AppHost.Tests.FakeFleet;
using Superintel.TestKit;

namespace Superintel.AppHost.Tests.Supervision;

public sealed class RealServersTests
{
    [Test]
    public async Task Servers_when_the_host_is_killed_end_with_all_their_children_and_come_up_again_with_their_data()
    {
        var folder = RunningHost.NewFolder();
        await using var killed = await RunningHost.Ready(folder, "servers");
        await Execute(folder, "postgres", ServersPlan.Password, "CREATE TABLE kept (n int); INSERT INTO kept VALUES (42)");
        var pids = (await killed.Status())!.Parts.SelectMany(part => Family(part.Pid!.Value)).ToArray();
        Assert.That(pids, Has.Length.GreaterThan(6));
        using (var process = Process.GetProcessById(killed.Process.Id))
            process.Kill();
        await Eventually.True(() => !pids.Any(RunningHost.Runs), "all servers and their children are gone");

        var next = await RunningHost.Ready(folder, "servers");
        Assert.That(await Execute(folder, "postgres", ServersPlan.Password, "SELECT n FROM kept"), Is.EqualTo(42));
        await DownVerb.Run(folder, TextWriter.Null);
    }

    [Test]
    public async Task Servers_when_ready_hold_a_schema_per_role_and_refuse_wrong_passwords()
    {
        var folder = RunningHost.NewFolder();
        await using var host = await RunningHost.Ready(folder, "servers");
        var schema = await Execute(folder, "journal", ServersPlan.Roles["journal"], "SELECT current_schema()");
        var wrong = new DatabaseBootstrap(Port(folder, "postgres"), "wrong", ServersPlan.Roles);
        Assert.Multiple(async () =>
        {
            Assert.That(schema, Is.EqualTo("journal"));
            await Assert.ThatAsync(
                () => Execute(folder, "journal", ServersPlan.Roles["journal"], "CREATE TABLE risk.t ()"),
                Throws.TypeOf<PostgresException>());
            Assert.That((await new PostgresProbe(wrong.Administration).Ask(CancellationToken.None)).Complaint, Does.Contain("password"));
            var stranger = await new RedisProbe(Port(folder, "redis"), "wrong").Ask(CancellationToken.None);
            Assert.That(stranger.Complaint, Does.Contain("WRONGPASS"));
            Assert.That((await new RabbitMqProbe(Port(folder, "postgres")).Ask(CancellationToken.None)).Complaint, Is.Not.Null);
        });
        await new DatabaseBootstrap(Port(folder, "postgres"), ServersPlan.Password, ServersPlan.Roles).Run(CancellationToken.None);
    }

    private static int Port(StateFolder folder, string server) => PrivateFile.Read<Dictionary<string, int>>(folder.Ports)![server];

    private static async Task<object?> Execute(StateFolder folder, string user, string password, string sql)
    {
        await using var connection = new NpgsqlConnection(
            $"Host=127.0.0.1;Port={Port(folder, "postgres")};Username={user};Password={password};Database={Fleet.Database};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    private static IEnumerable<int> Family(int root) =>
        ProcessTable.Pids().Where(pid => Ancestors(pid).Contains(root));

    private static IEnumerable<int> Ancestors(int pid)
    {
        for (int? next = pid; next is > 1; next = ProcessTable.Parent(next.Value))
            yield return next.Value;
    }
}
