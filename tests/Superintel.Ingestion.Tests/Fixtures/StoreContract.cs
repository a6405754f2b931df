using Superintel.Ingestion.Service.Adapters.MarketData.Postgres;
using Superintel.Ingestion.Service.Adapters.ReferenceData.Postgres;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Ingestion.Tests.Fixtures;

/// <summary>What every kind of store must do; each suite runs on memory and on PostgreSQL, as the service's own role.</summary>
[TestFixture(false, TestName = "memory")]
[TestFixture(true, TestName = "postgres", Category = "Postgres")]
internal abstract class StoreContract(bool postgres)
{
    private DbSession? session;

    protected Store Store { get; private set; } = null!;

    [SetUp]
    public async Task Begin()
    {
        if (!postgres)
        {
            Store = Store.InMemory();
            return;
        }
        var source = await MigratedDatabase.Source();
        session = new DbSession(source);
        Store = new Store(
            new PostgresInstruments(session),
            new PostgresBars(session, new TimeSeries(source)),
            new PostgresQuarantine(session),
            new PostgresFreshnessBook(session),
            new PostgresReplayState(session),
            new PostgresImports(session),
            new PostgresToldHistory(session));
    }

    // Not committed: the next test finds an empty store again.
    [TearDown]
    public async Task End()
    {
        if (session is not null) await session.DisposeAsync();
    }
}
