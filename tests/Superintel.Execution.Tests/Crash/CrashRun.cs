using System.Diagnostics;
using Npgsql;
using Superintel.Contracts.Events.V1;
using Superintel.TestKit;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Matching;

namespace Superintel.Execution.Tests.Crash;

/// <summary>
/// One session: the service as a process against a venue that misbehaves, killed at the points of its plan and started again, until all
/// has come to rest.
/// </summary>
/// <param name="Wrong">Empty: the books are right.</param>
/// <param name="Happened">The venue's faults, and how often each.</param>
/// <param name="Externals">Orders of others that Execution saw.</param>
/// <param name="Cancels">Orders that ended so at the venue.</param>
/// <param name="Queue">When the service had its queue, with how much processor, after how many starts.</param>
/// <param name="Starts">Of the process: one, and one for each kill, unless it ended by itself.</param>
/// <param name="Said">The last words of the process.</param>
internal sealed record CrashRun(
    CrashPlan Plan,
    IReadOnlyList<string> Wrong,
    IReadOnlyList<KillPoint> Struck,
    IReadOnlyDictionary<Fault, int> Happened,
    int Orders,
    int Fills,
    int Externals,
    int Cancels,
    (TimeSpan After, TimeSpan Processor, int Starts) Queue,
    TimeSpan Took,
    int Starts,
    string Said)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    public static async Task<CrashRun> Of(CrashPlan plan)
    {
        var started = Stopwatch.StartNew();
        var killer = new Killer(plan.Kills);
        await using var database = await PostgresDatabase.Create();
        var connection = await database.RoleOwningSchema("execution");
        await using var wire = new StoreWire(connection, killer.Passes);
        await using var venue = TradedVenue.Create(plan.Venue, plan.Seed, new FaultPlan([], plan.Lines, plan.Seed), plan.Fees);
        var prefix = BrokerPrefix.New();
        var environment = new Dictionary<string, string>(await venue.Start(killer))
        {
            ["ConnectionStrings__postgres"] = wire.Connection,
            ["ConnectionStrings__rabbitmq"] = TestServers.RabbitMq,
            ["Messaging__Prefix"] = prefix,
            ["Messaging__AwaitQueues__0"] = "nobody", // what is published stays in the outbox, where it is counted
            ["Auth__ServiceKey"] = Senior.ServiceKey,
            // A snapshot weighs a hundred of the 6,000 that Binance has in a minute.
            ["Execution__ReconcileEvery"] = plan.Venue == "binance" ? "00:00:02" : "00:00:01",
            ["Superintel__StateFolder"] = Scratch.Folder("execution"),
            ["Logging__LogLevel__Default"] = "Warning",
        };
        foreach (var (name, value) in plan.Working.Environment(venue.AssetClass)) environment[name] = value;
        await using var service = new ExecutionProcess(environment);
        await using var books = NpgsqlDataSource.Create(connection);
        killer.Arm(service.Kill);
        using var senior = new Senior(service);
        var person = new ByHandDesk(venue, books, senior);
        var queue = QueueOf(prefix + "execution", service);
        var cleared = await Played(plan, venue, person, senior, service, prefix + "execution");
        var verdict = new CrashVerdict(plan, venue, person, cleared);
        var (kept, wrong) = await Settle(verdict, killer, books, person);
        killer.Disarm();
        return new CrashRun(
            plan, wrong, killer.Struck, venue.Faults.Happened, kept?.Orders.Count ?? 0, kept?.Fills.Values.Sum(f => f.Count) ?? 0,
            kept?.Externals.Count ?? 0, venue.Exchange.Read(e => e.Orders.Count(order => order.Status == SimOrderStatus.Canceled)),
            await queue, started.Elapsed, service.Starts, service.Said);
    }

    // How long the service takes to declare its queue, how much of the processor it had, and how often it was started for that.
    private static async Task<(TimeSpan After, TimeSpan Processor, int Starts)> QueueOf(string name, ExecutionProcess service)
    {
        var waited = Stopwatch.StartNew();
        await CrashScript.Begun(name);
        return (waited.Elapsed, service.Processor, service.Starts);
    }

    public override string ToString() =>
        $"{Plan}\n  {(Wrong.Count == 0 ? "right" : string.Join("\n  ", Wrong))}\n  {Orders} orders, {Fills} executions, {Cancels} "
        + $"canceled, {Externals} by hand, killed "
        + $"{Struck.Count} of {Plan.Kills.Count} times, {Starts} starts, {Took.TotalSeconds:0.0} s, "
        + $"queue after {Queue.After.TotalSeconds:0.0} s with "
        + $"{Queue.Processor.TotalSeconds:0.0} s of processor and {Queue.Starts} starts, faults "
        + string.Join(", ", Happened.Select(fault => $"{fault.Key} x{fault.Value}"));

    private static async Task<IReadOnlyList<OrderCleared>> Played(
        CrashPlan plan, TradedVenue venue, ByHandDesk person, Senior senior, ExecutionProcess service, string queue)
    {
        try
        {
            var script = CrashScript.Play(plan, venue, senior, queue, TimeProvider.System.GetUtcNow());
            await Task.WhenAll(plan.ByHand.Select(person.Do).Append(script));
            return await script;
        }
        catch (AssertionException stuck)
        {
            throw new AssertionException($"{stuck.Message}\n{service.Starts} starts\n{service.Said}", stuck);
        }
    }

    // At rest twice with nothing new at the venue between: what comes late has come.
    private static async Task<(StoredBooks? Kept, IReadOnlyList<string> Wrong)> Settle(
        CrashVerdict verdict, Killer killer, NpgsqlDataSource source, ByHandDesk person)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var struck = killer.Struck.Count;
            var kept = await StoredBooks.Read(source);
            var wrong = await verdict.Of(kept);
            if ((wrong.Count == 0 && struck == killer.Struck.Count) || waited.Elapsed > Patience) return (kept, wrong);
            // Whatever opens a position in what others traded waits until a person has explained theirs.
            if (kept is { IsAtRest: false, Blocked.Count: > 0 }) await person.Accept();
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }
}
