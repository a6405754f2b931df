using Npgsql;
using Superintel.Risk.Service;
using Superintel.ServiceDefaults.Storage;
using Superintel.TestKit;

namespace Superintel.Risk.Tests.Contract;

/// <summary>What every adapter of a port promises. Each step is a transaction of its own, so that what is promised is also
/// stored.</summary>
[TestFixture(StoreKind.Memory)]
[TestFixture(StoreKind.Postgres)]
internal abstract class StoreContract(StoreKind kind)
{
    private readonly Stores memory = Stores.InMemory();
    private PostgresDatabase? database;
    private NpgsqlDataSource? source;

    [SetUp]
    public async Task CreateSchema()
    {
        if (kind == StoreKind.Memory) return;
        database = await PostgresDatabase.Create();
        source = ServiceDataSource.Create(database.ConnectionString, "risk");
        await Migrator.Run(source, "risk", typeof(RiskService).Assembly, CancellationToken.None);
    }

    [TearDown]
    public async Task DropSchema()
    {
        if (source is not null) await source.DisposeAsync();
        if (database is not null) await database.DisposeAsync();
    }

    protected async Task<T> With<T>(Func<Stores, ValueTask<T>> step)
    {
        if (source is null) return await step(memory);
        await using var session = new DbSession(source);
        var result = await step(Stores.On(session));
        await session.Commit(CancellationToken.None);
        return result;
    }

    protected Task With(Func<Stores, ValueTask> step) => With(async stores =>
    {
        await step(stores);
        return true;
    });
}
