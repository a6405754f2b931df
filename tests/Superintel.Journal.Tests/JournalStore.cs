using Npgsql;
using Superintel.Contracts.Events;
using Superintel.Journal.Service.Adapters;
using Superintel.Journal.Service.Adapters.Chain.Postgres;
using Superintel.Journal.Service.Adapters.Reporting.Postgres;
using Superintel.ServiceDefaults.Messaging;
using Superintel.ServiceDefaults.Storage;
using Superintel.TestKit;

namespace Superintel.Journal.Tests;

/// <summary>A migrated journal schema in a database of its own, opened as the service's role.</summary>
internal sealed class JournalStore : IAsyncDisposable
{
    private readonly PostgresDatabase database;
    private readonly NpgsqlDataSource source;

    private JournalStore(PostgresDatabase database, NpgsqlDataSource source)
    {
        (this.database, this.source) = (database, source);
        Session = new DbSession(source);
        Begin();
    }

    public DbSession Session { get; private set; }

    /// <summary>The transaction's chain; like the service's, one per transaction.</summary>
    public PostgresEntries Entries { get; private set; } = null!;

    public PostgresDecisions Decisions { get; private set; } = null!;

    public PostgresEquityCurve Equity { get; private set; } = null!;

    public static async Task<JournalStore> Create()
    {
        var database = await PostgresDatabase.Create();
        var source = ServiceDataSource.Create(await database.RoleOwningSchema("journal"), "journal");
        await Migrator.Run(source, "journal", typeof(JournalModule).Assembly, default);
        return new JournalStore(database, source);
    }

    public async Task Commit()
    {
        await Session.Commit(default);
        Session = new DbSession(source);
        Begin();
    }

    /// <summary>A transaction that handles these together.</summary>
    public void Begin(params IEvent[] together)
    {
        var group = new DeliveryGroup { Events = together };
        (Entries, Decisions, Equity) =
            (new PostgresEntries(Session, group), new PostgresDecisions(Session, group), new PostgresEquityCurve(Session));
    }

    public async Task RollBack()
    {
        await Session.DisposeAsync();
        Session = new DbSession(source);
        Begin();
    }

    /// <summary>Runs SQL as the service's own role.</summary>
    public async Task AsService(string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Runs SQL as the superuser, past every trigger: what an intruder with the whole server could do.</summary>
    public async Task AsIntruder(string sql)
    {
        await using var intruder = NpgsqlDataSource.Create(database.ConnectionString);
        await using var command = intruder.CreateCommand($"SET session_replication_role = replica; SET search_path = journal; {sql}");
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        await source.DisposeAsync();
        await database.DisposeAsync();
    }
}
