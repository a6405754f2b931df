using System.Diagnostics;
using System.Text;
using Dapper;
using Npgsql;
using RabbitMQ.Client;
using Superintel.Contracts.Events;
using Superintel.Journal.Chain.Memory;
using Superintel.Journal.Chain.Verify;
using Superintel.Journal.Service;
using Superintel.Journal.Service.Adapters.Chain.Postgres;
using Superintel.Journal.Tests.Chain;
using Superintel.ServiceDefaults.Messaging;
using Superintel.ServiceDefaults.Storage;
using Superintel.TestKit;

namespace Superintel.Journal.Tests.Service;

/// <summary>The service as a process of its own, killed while it empties a full queue in groups.</summary>
internal sealed class CrashTests
{
    private const int Events = 4_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    [Test]
    public async Task Journal_that_is_killed_again_and_again_has_every_event_once_and_in_order()
    {
        await using var database = await PostgresDatabase.Create();
        var connection = await database.RoleOwningSchema("journal");
        await using var source = ServiceDataSource.Create(connection, "journal");
        var prefix = BrokerPrefix.New();
        var told = Enumerable.Range(0, Events).Select(Event).ToArray();
        // The first start makes the queue and its bindings.
        await using (var first = new RunningJournal(connection, prefix)) await first.Ready();
        await Publish(prefix, told);
        foreach (var killAfter in new[] { 1, 400, 900, 1_500, 2_400, 3_200 })
        {
            using var service = Run(connection, prefix);
            await Eventually.True(async () => await Recorded(source) >= killAfter, $"{killAfter} entries", Patience);
            service.Kill();
            await service.WaitForExitAsync();
        }

        using var last = Run(connection, prefix);
        await Eventually.True(async () => await Recorded(source) >= Events, "every event is recorded", Patience);
        last.Kill();
        await last.WaitForExitAsync();
        await using var session = new DbSession(source);
        var chain = new PostgresEntries(session, new DeliveryGroup());
        var recorded = new List<string>();
        await foreach (var entry in chain.After(0, default)) recorded.Add(entry.EventId);
        Assert.That(recorded, Is.EqualTo(told.Select(happened => happened.EventId)));
        Assert.That((await new VerifyChain(chain, new MemoryAnchors()).Handle(default)).Valid, Is.True);
    }

    private static IEvent Event(int number) =>
        number % 5 == 0 ? Entries.Declined($"d{number:00000}") : Entries.Access($"{number:00000}");

    private static async Task<long> Recorded(NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        if (await connection.ExecuteScalarAsync<string?>("SELECT to_regclass('head')::text") is null) return 0;
        return await connection.ExecuteScalarAsync<long>("SELECT sequence FROM head");
    }

    private static async Task Publish(string prefix, IEvent[] events)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(TestServers.RabbitMq) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        foreach (var hundred in events.Chunk(100))
            await Task.WhenAll(hundred.Select(happened => Publish(channel, prefix, happened).AsTask()));
    }

    private static ValueTask Publish(IChannel channel, string prefix, IEvent happened)
    {
        var type = happened.GetType();
        var properties = new BasicProperties
        {
            ContentType = "application/json",
            DeliveryMode = DeliveryModes.Persistent,
            Type = type.Name,
            MessageId = happened.EventId,
            Headers = new Dictionary<string, object?> { ["MT-MessageType"] = $"urn:message:{type.Namespace}:{type.Name}" },
        };
        return channel.BasicPublishAsync(
            prefix + EventTypes.Exchange(type), string.Empty, mandatory: true, properties,
            Encoding.UTF8.GetBytes(EventJson.Write(happened)));
    }

    private static Process Run(string postgres, string prefix)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(JournalService).Assembly.Location]) { UseShellExecute = false };
        start.Environment["ConnectionStrings__postgres"] = postgres;
        start.Environment["ConnectionStrings__rabbitmq"] = TestServers.RabbitMq;
        start.Environment["Messaging__Prefix"] = prefix;
        start.Environment["Messaging__Group"] = "64";
        start.Environment["Auth__ServiceKey"] = "a key that only the tests of this repository know";
        start.Environment["Logging__LogLevel__Default"] = "Error";
        return Process.Start(start.WithoutDiagnostics())!;
    }
}
