using System.Diagnostics;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Superintel.Journal.Service;
using Superintel.TestKit;

namespace Superintel.Benchmarks.Journal;

/// <summary>
/// How fast the journal empties a full queue, on the servers of <c>eng/servers/test-servers run --durable -- ./superintel bench journal
/// [--events N] [--split] [--Key:Of:A:Setting=value ...]</c>.
/// </summary>
internal static class JournalBenchmark
{
    private const double Goal = 2_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task<int> Run(string[] args)
    {
        var events = args.SkipWhile(argument => argument != "--events").Skip(1).Select(int.Parse).FirstOrDefault(6_000);
        var settings = args.Where(argument => argument.Contains('=', StringComparison.Ordinal)).ToArray();
        await using var database = await PostgresDatabase.Create();
        var postgres = await database.RoleOwningSchema("journal");
        var prefix = BrokerPrefix.New();
        string[] all =
        [
            $"--ConnectionStrings:postgres={postgres}", $"--ConnectionStrings:rabbitmq={TestServers.RabbitMq}",
            $"--Messaging:Prefix={prefix}", $"--Auth:ServiceKey={Guid.NewGuid():N}{Guid.NewGuid():N}", "--Logging:LogLevel:Default=Warning",
            .. settings,
        ];
        await using var broker = await BrokerQueue.Open(TestServers.RabbitMq, prefix);
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(postgres) { SearchPath = "journal" });
        // The first start makes the tables, the queue and its bindings.
        await using (var first = await Started(all)) await first.StopAsync();
        await broker.Listen();
        await broker.Publish(EventMix.Of(events));
        Console.WriteLine($"{await broker.Waiting():N0} events wait; {await Settings(source)}");
        using var times = args.Contains("--split") ? new StatementTimes() : null;
        return await Measure(all, events, broker, source, times) ? 0 : 1;
    }

    private static async Task<bool> Measure(
        string[] settings, int events, BrokerQueue broker, NpgsqlDataSource source, StatementTimes? times)
    {
        await using var journal = await Started(settings);
        await Until(async () => await Number(source, "SELECT sequence FROM head") > 0, "the first entry");
        var (before, started, processor) =
            (await Number(source, "SELECT sequence FROM head"), Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var commits = await Number(source, Commits);
        await Until(async () => await Number(source, "SELECT sequence FROM head") >= events, "the last entry");
        var took = Stopwatch.GetElapsedTime(started);
        commits = await Number(source, Commits) - commits;
        var used = Environment.CpuUsage.TotalTime - processor;
        await Until(async () => await Number(source, "SELECT count(*) FROM outbox") == 0, "the last announcement");
        var announced = Stopwatch.GetElapsedTime(started);
        await journal.StopAsync();
        var rate = (events - before) / took.TotalSeconds;
        var verdict = rate >= Goal ? "met" : "MISSED";
        Console.WriteLine($"recorded {rate:N0} entries/s: {events - before:N0} in {took.TotalSeconds:N2} s, {commits:N0} transactions, "
            + $"{used.TotalSeconds / took.TotalSeconds:P0} of a core in the service   goal {Goal:N0}   {verdict}");
        Console.WriteLine(
            $"announced {(events - before) / announced.TotalSeconds:N0} entries/s: the last {announced.TotalSeconds:N2} s after the first");
        foreach (var (step, count, sum) in times?.All ?? [])
            Console.WriteLine($"  {step,-18} {count,8:N0} times {sum.TotalMicroseconds / count,8:N0} us {sum / took,7:P0} of the time");
        return await IsWhole(events, broker, source) && rate >= Goal;
    }

    private const string Commits = "SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()";

    private static async Task<bool> IsWhole(int events, BrokerQueue broker, NpgsqlDataSource source)
    {
        var announced = await broker.Announced();
        var inOrder = announced.SequenceEqual(Enumerable.Range(1, events).Select(number => (long)number));
        var told = EventMix.Of(events).Select(happened => happened.EventId);
        await using var connection = await source.OpenConnectionAsync();
        var recorded = await connection.QueryAsync<string>("SELECT event_id FROM entry ORDER BY sequence");
        var sameOrder = recorded.SequenceEqual(told, StringComparer.Ordinal);
        Console.WriteLine($"entries in the order of the queue: {sameOrder}; announcements in order and complete: {inOrder}");
        return sameOrder && inOrder;
    }

    private static async Task<WebApplication> Started(string[] settings)
    {
        var journal = JournalService.Build(settings);
        await journal.StartAsync();
        var health = journal.Services.GetRequiredService<HealthCheckService>();
        await Until(async () => (await health.CheckHealthAsync()).Status == HealthStatus.Healthy, "the queue");
        return journal;
    }

    private static async Task Until(Func<Task<bool>> condition, string what)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(started) > Patience) throw new TimeoutException($"{what} did not come within {Patience}");
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    private static async Task<string> Settings(NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        var (fsync, synchronous) = await connection.QuerySingleAsync<(string, string)>(
            "SELECT current_setting('fsync'), current_setting('synchronous_commit')");
        return $"PostgreSQL with fsync {fsync}, synchronous_commit {synchronous}";
    }

    private static async Task<long> Number(NpgsqlDataSource source, string sql)
    {
        await using var connection = await source.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<long>(sql);
    }
}
