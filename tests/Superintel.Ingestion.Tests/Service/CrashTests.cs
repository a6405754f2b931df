using System.Diagnostics;
using Dapper;
using Npgsql;
using Superintel.Ingestion.Service;
using Superintel.TestKit;

namespace Superintel.Ingestion.Tests.Service;

/// <summary>The service as a process of its own, killed in the middle of a replay.</summary>
internal sealed class CrashTests
{
    private const int Slices = 253;

    [Test]
    public async Task Replay_that_is_killed_again_and_again_has_every_slice_once()
    {
        await using var database = await PostgresDatabase.Create();
        var connection = await database.RoleOwningSchema("ingestion");
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(connection) { SearchPath = "ingestion" }.ConnectionString);
        var prefix = BrokerPrefix.New();
        foreach (var killAfter in new[] { 20, 90, 170 })
        {
            using var service = Run(connection, prefix);
            await Eventually.True(
                async () => await Published(source) >= killAfter, $"{killAfter} slices are out", TimeSpan.FromSeconds(90));
            service.Kill();
            await service.WaitForExitAsync();
        }
        using var last = Run(connection, prefix);
        await Eventually.True(async () => await Published(source) == Slices, "every slice is out", TimeSpan.FromSeconds(90));
        last.Kill();
        await last.WaitForExitAsync();
        await using var store = await source.OpenConnectionAsync();
        // The outbox still holds every event: the queue it waits for never comes.
        var told = (await store.QueryAsync<string>("SELECT event_id FROM outbox WHERE type = 'BarClosed' ORDER BY sequence")).AsList();
        Assert.That(told, Has.Count.EqualTo(Slices).And.Unique.And.Ordered);
        Assert.That(await store.ExecuteScalarAsync<long>("SELECT count(*) FROM bar WHERE bar_interval = '1d'"), Is.EqualTo(Slices * 30));
    }

    private static async Task<long> Published(NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        if (await connection.ExecuteScalarAsync<string?>("SELECT to_regclass('replay')::text") is null) return 0;
        return await connection.ExecuteScalarAsync<long?>("SELECT published FROM replay") ?? 0;
    }

    private static Process Run(string postgres, string prefix)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(IngestionService).Assembly.Location]) { UseShellExecute = false };
        start.Environment["ConnectionStrings__postgres"] = postgres;
        start.Environment["ConnectionStrings__rabbitmq"] = TestServers.RabbitMq;
        start.Environment["Messaging__Prefix"] = prefix;
        start.Environment["Messaging__AwaitQueues__0"] = "nobody";
        start.Environment["Auth__ServiceKey"] = "a key that only the tests of this repository know";
        start.Environment["Replay__To"] = "1992-01-01T00:00:00Z";
        start.Environment["Replay__MachineHold"] = "00:00:00";
        start.Environment["Replay__WarmUpSlices"] = "100000";
        start.Environment["Data__Folder"] = OnlyDow();
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        return Process.Start(start.WithoutDiagnostics())!;
    }

    // The Dow alone, so that no history is imported and every slice has thirty bars.
    private static string OnlyDow()
    {
        var folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, "only-dow");
        Directory.CreateDirectory(folder);
        foreach (var name in new[] { "files.csv", "instruments.csv" })
        {
            var lines = File.ReadAllLines(Repository.File("data/sample/" + name));
            File.WriteAllLines(
                Path.Combine(folder, name), lines.Where((line, i) => i == 0 || line.Contains("dow30", StringComparison.Ordinal)));
        }
        File.Copy(
            Repository.File("data/sample/dow30_close_daily_1990_2001.csv"), Path.Combine(folder, "dow30_close_daily_1990_2001.csv"),
                overwrite: true);
        return folder;
    }
}
