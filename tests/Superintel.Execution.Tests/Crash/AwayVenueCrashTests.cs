using Npgsql;
using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution;
using Superintel.Execution.Service.Adapters.Sending;
using Superintel.Execution.Tests.Service;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Storage;
using Superintel.TestKit;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;
using Superintel.VenueSimulator.Ibkr;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Crash;

/// <summary>kill -9 while a venue waits for its first comparison, and then the venue answers.</summary>
[Category("Crash")]
public sealed class AwayVenueCrashTests
{
    private const int Kills = 3;
    private const string Pep = "PEP.XNAS";

    [Test]
    public async Task Orders_of_a_service_that_is_killed_while_their_venue_is_away_leave_once_or_never()
    {
        await using var database = await PostgresDatabase.Create();
        var (postgres, prefix) = (await database.RoleOwningSchema("execution"), BrokerPrefix.New());
        await using var tws = new IbkrServer(new SimulatorOptions(0, 11, FaultPlan.None, TimeSpan.Zero));
        var address = await tws.Start(default);
        await using var cable = Cable.To(address.Host, address.Port);
        var settings = Settings(address, cable.Port);
        var (stored, taken) = await Store(postgres, prefix, settings);
        cable.Cut();

        await using var process = new ExecutionProcess(Environment(postgres, prefix, settings));
        using var senior = new Senior(process);
        await using var books = NpgsqlDataSource.Create(postgres);
        for (var kill = 0; kill < Kills; kill++)
        {
            await senior.Until("ibkr", "waiting");
            await Eventually.True(async () => (await StoredBooks.Read(books))!.Orders[taken] == "Unknown", "it is known to be unknown");
            Assert.That((await StoredBooks.Read(books))!.Orders[stored], Is.EqualTo("Initialized"));
            process.Kill();
        }
        Assert.That(tws.Exchange.Orders, Is.Empty);

        cable.Mend();
        await senior.Until("ibkr", "compared");
        await Eventually.True(async () => (await StoredBooks.Read(books))!.Orders[stored] == "Filled", "the stored order is traded");
        Assert.That((await tws.TakenOrders()).Select(order => order.Reference), Is.EqualTo(new[] { stored }));
        var kept = (await StoredBooks.Read(books))!;
        Assert.That(kept.Told.Count(told => told.Type == nameof(OrderOutcomeUnknown)), Is.EqualTo(1));
        Assert.That(kept.Orders[taken], Is.EqualTo("Unknown"), "of an earlier day TWS tells nothing, so it proves nothing");
    }

    /// <summary>An order that is stored, and one that was taken up; nothing of either has left.</summary>
    private static async Task<(string Stored, string Taken)> Store(
        string postgres, string prefix, IReadOnlyDictionary<string, string> settings)
    {
        await using var source = ServiceDataSource.Create(postgres, "execution");
        await Migrator.Run(source, "execution", typeof(SenderLease).Assembly, default);
        // While another instance holds the lease, the service stores and does not send.
        await using var otherInstance = new SenderLease(source);
        Assert.That(await otherInstance.Hold(default));
        await using (var first = new RunningService(postgres, prefix, settings: [.. settings.Select(one => (one.Key, one.Value))]))
        {
            await first.Deliver(Listed(Ko));
            await first.Deliver(Listed(Pep));
            await first.Deliver(OneLeg(0, Decision(1)));
            await first.Transactions.RunExclusive(
                (scope, ct) => ((PrepareDispatches)scope.GetService(typeof(PrepareDispatches))!).Handle(ct), default);
            await first.Deliver(OneLeg(1, Decision(2)));
        }
        var kept = (await StoredBooks.Read(source))!;
        return (kept.Orders.Single(order => order.Value == "Initialized").Key,
            kept.Orders.Single(order => order.Value == "Submitted").Key);
    }

    private static OrderCleared OneLeg(int leg, DecisionId decision) => Cleared(decision) with
    {
        PairId = $"{Ko}~{Pep}", Legs = [new OrderLeg(leg, leg == 0 ? Ko : Pep, "buy", 10m, 60m, "USD")],
    };

    private static SortedDictionary<string, string> Settings(VenueAddress address, int port) => new(StringComparer.Ordinal)
    {
        ["Execution:Routes:equity"] = "ibkr",
        ["Execution:Accounts:ibkr"] = address.Account!,
        ["Execution:Ibkr:Host"] = address.Host,
        ["Execution:Ibkr:Port"] = $"{port}",
        ["Execution:IbkrOutages:ResetFrom"] = "00:00",
        ["Execution:IbkrOutages:ResetTo"] = "00:00",
        ["Execution:IbkrOutages:LoginFrom"] = "00:00",
        ["Execution:IbkrOutages:LoginTo"] = "00:00",
    };

    private static Dictionary<string, string> Environment(
        string postgres, string prefix, IReadOnlyDictionary<string, string> settings)
    {
        var environment = settings.ToDictionary(one => one.Key.Replace(":", "__", StringComparison.Ordinal), one => one.Value);
        environment["ConnectionStrings__postgres"] = postgres;
        environment["ConnectionStrings__rabbitmq"] = TestServers.RabbitMq;
        environment["Messaging__Prefix"] = prefix;
        environment["Messaging__AwaitQueues__0"] = "nobody"; // what is published stays in the outbox, where it is counted
        environment["Auth__ServiceKey"] = Senior.ServiceKey;
        environment["Clock__Mode"] = "replay";
        environment["Clock__Start"] = "2000-01-04T00:00:00Z";
        environment["Superintel__StateFolder"] = Scratch.Folder("execution");
        environment["Logging__LogLevel__Default"] = "Warning";
        return environment;
    }
}
