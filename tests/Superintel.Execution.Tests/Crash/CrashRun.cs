using System.Diagnostics;
using Npgsql;
using Superintel.TestKit;
using Superintel.VenueSimulator.Faults;

namespace Superintel.Execution.Tests.Crash;

/// <summary>
/// One session: the service as a process against a venue that misbehaves, killed at the points of its plan and started again, until all
/// has come to rest.
/// </summary>
/// <param name="Wrong">Empty: the books are right.</param>
/// <param name="Happened">The venue's faults, and how often each.</param>
/// <param name="Said">The last words of the process.</param>
internal sealed record CrashRun(
    CrashPlan Plan,
    IReadOnlyList<string> Wrong,
    IReadOnlyList<KillPoint> Struck,
    IReadOnlyDictionary<Fault, int> Happened,
    int Orders,
    int Fills,
    TimeSpan Took,
    string Said)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    public static async Task<CrashRun> Of(CrashPlan plan)
    {
        var started = Stopwatch.StartNew();
        var killer = new Killer(plan.Kills);
        await using var database = await PostgresDatabase.Create();
        var connection = await database.RoleOwningSchema("execution");
        await using var wire = new StoreWire(connection, killer);
        await using var venue = TradedVenue.Create(plan.Venue, plan.Seed, new FaultPlan([], plan.Lines, plan.Seed));
        var prefix = BrokerPrefix.New();
        var folder = Directory.CreateTempSubdirectory("execution");
        var environment = new Dictionary<string, string>(await venue.Start(killer))
        {
            ["ConnectionStrings__postgres"] = wire.Connection,
            ["ConnectionStrings__rabbitmq"] = TestServers.RabbitMq,
            ["Messaging__Prefix"] = prefix,
            ["Messaging__AwaitQueues__0"] = "nobody", // what is published stays in the outbox, where it is counted
            ["Auth__ServiceKey"] = "a key that only the tests of this repository know",
            ["Execution__ReconcileEvery"] = "00:00:01",
            ["Superintel__StateFolder"] = folder.FullName,
            ["Logging__LogLevel__Default"] = "Warning",
        };
        await using var service = new ExecutionProcess(environment);
        await using var books = NpgsqlDataSource.Create(connection);
        killer.Arm(service.Kill);
        await CrashScript.Tell(CrashScript.Of(plan, venue, TimeProvider.System.GetUtcNow()), prefix + "execution");
        var (kept, wrong) = await Settle(plan, venue, killer, books);
        killer.Disarm();
        folder.Delete(recursive: true);
        return new CrashRun(
            plan, wrong, killer.Struck, venue.Faults.Happened, kept?.Orders.Count ?? 0, kept?.Fills.Values.Sum(f => f.Count) ?? 0,
            started.Elapsed, $"{service.Starts} starts\n{service.Said}");
    }

    public override string ToString() =>
        $"{Plan}\n  {(Wrong.Count == 0 ? "right" : string.Join("\n  ", Wrong))}\n  {Orders} orders, {Fills} executions, killed "
        + $"{Struck.Count} of {Plan.Kills.Count} times, {Took.TotalSeconds:0.0} s, faults "
        + string.Join(", ", Happened.Select(fault => $"{fault.Key} x{fault.Value}"));

    // At rest twice with nothing new at the venue between: what comes late has come.
    private static async Task<(StoredBooks? Kept, IReadOnlyList<string> Wrong)> Settle(
        CrashPlan plan, TradedVenue venue, Killer killer, NpgsqlDataSource source)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var struck = killer.Struck.Count;
            var kept = await StoredBooks.Read(source);
            var wrong = await CrashVerdict.Of(plan, venue, kept);
            if ((wrong.Count == 0 && struck == killer.Struck.Count) || waited.Elapsed > Patience) return (kept, wrong);
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }
}
