using Superintel.TestKit;

namespace Superintel.Ingestion.Tests.Service;

/// <summary>A database of its own for each test, and the services started on it.</summary>
internal abstract class IngestionFixture
{
    private readonly List<RunningIngestion> running = [];
    private PostgresDatabase database = null!;
    private string connection = string.Empty;

    [SetUp]
    public async Task CreateDatabase()
    {
        database = await PostgresDatabase.Create();
        connection = await database.RoleOwningSchema("ingestion");
    }

    [TearDown]
    public async Task StopAll()
    {
        foreach (var service in running) await service.DisposeAsync();
        running.Clear();
        await database.DisposeAsync();
    }

    /// <summary>Settings under which a replay runs by itself: nobody is waited for.</summary>
    protected static (string Key, string? Value)[] Alone(string from, string to) =>
    [
        ("Replay:From", from), ("Replay:To", to), ("Replay:MachineHold", "00:00:00"), ("Replay:WarmUpSlices", "100000"),
    ];

    /// <param name="settings">Of one key the last value counts.</param>
    protected async Task<RunningIngestion> Start(params (string Key, string? Value)[] settings)
    {
        var service = await RunningIngestion.Start(connection, settings.GroupBy(s => s.Key).ToDictionary(s => s.Key, s => s.Last().Value));
        running.Add(service);
        return service;
    }

    protected async Task Stop(RunningIngestion service)
    {
        running.Remove(service);
        await service.DisposeAsync();
    }
}
