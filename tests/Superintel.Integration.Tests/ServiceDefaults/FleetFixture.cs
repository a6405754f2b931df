using System.Collections.Immutable;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.ServiceDefaults.Messaging;
using Superintel.TestKit;

namespace Superintel.Integration.Tests.ServiceDefaults;

/// <summary>A sender and a receiver in one database and on one broker, apart from all other tests.</summary>
/// <param name="inGroups">Whether the receiver handles what has been delivered in one transaction, and the sender publishes ahead.</param>
internal abstract class FleetFixture(bool inGroups = false)
{
    private readonly List<RunningService> running = [];

    protected PostgresDatabase Database { get; private set; } = null!;

    protected string Prefix { get; private set; } = string.Empty;

    protected FailureSwitch Failures { get; private set; } = null!;

    [SetUp]
    public async Task CreateDatabase()
    {
        Database = await PostgresDatabase.Create();
        Prefix = BrokerPrefix.New();
        Failures = new FailureSwitch();
    }

    [TearDown]
    public async Task StopAll()
    {
        foreach (var service in running) await service.DisposeAsync();
        running.Clear();
        await Database.DisposeAsync();
    }

    protected async Task<RunningService> Start(ServiceSetup setup)
    {
        var service = await RunningService.Start(setup);
        running.Add(service);
        await service.Ready();
        return service;
    }

    protected async Task Stop(RunningService service)
    {
        running.Remove(service);
        await service.DisposeAsync();
    }

    protected Task<RunningService> Sender(string? rabbitMq = null, params (string Key, string Value)[] settings) => Start(
        new ServiceSetup("sender", Database.ConnectionString)
        {
            RabbitMq = rabbitMq,
            Prefix = Prefix,
            Subscribe = bus => bus.PublishAhead(inGroups ? 100 : 1),
            Settings = settings.ToImmutableDictionary(one => one.Key, one => (string?)one.Value),
        });

    protected Task<RunningService> Receiver(string? rabbitMq = null, Action<WebApplicationBuilder>? more = null,
        string? postgres = null) => Start(
        new ServiceSetup("receiver", postgres ?? Database.ConnectionString)
        {
            RabbitMq = rabbitMq,
            Prefix = Prefix,
            Subscribe = SubscribeAll,
            Services = builder =>
            {
                builder.Services.AddSingleton(Failures);
                AddEffects<AccessRecorded>(builder);
                AddEffects<BarClosed>(builder);
                AddEffects<OrderAccepted>(builder);
                AddEffects<OrderClosed>(builder);
                more?.Invoke(builder);
            },
        });

    protected static async Task<IReadOnlyList<string>> EffectsOf(RunningService service)
    {
        await using var connection = await service.Source.OpenConnectionAsync();
        return (await connection.QueryAsync<string>("SELECT event_id FROM effect ORDER BY position")).AsList();
    }

    protected static async Task<long> Count(RunningService service, string table)
    {
        await using var connection = await service.Source.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<long>($"SELECT count(*) FROM {table}");
    }

    protected static Task Arrived(RunningService service, int count, TimeSpan? within = null) => Eventually.True(
        async () => await Count(service, "effect") >= count, $"{count} events have arrived", within);

    private void SubscribeAll(BusSubscriptions bus)
    {
        bus.Subscribe<AccessRecorded>().Subscribe<BarClosed>().Subscribe<OrderAccepted>().Subscribe<OrderClosed>();
        if (inGroups) bus.HandleInGroups();
    }

    private static void AddEffects<T>(WebApplicationBuilder builder)
        where T : class, IEvent => builder.Services.AddScoped<IHandle<T>, Effects<T>>();
}
