using Npgsql;
using Superintel.Execution.Service.Adapters.Trading;
using Superintel.ServiceDefaults.Storage;
using Superintel.TestKit;

namespace Superintel.Execution.Tests.Contract;

/// <summary>One migrated database for all contract suites of the run.</summary>
[SetUpFixture]
public sealed class ExecutionDatabase
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static PostgresDatabase? database;
    private static string? connection;

    /// <summary>Connects as a role that owns the schema and nothing else.</summary>
    public static async Task<NpgsqlDataSource> Source()
    {
        await Gate.WaitAsync();
        try
        {
            if (connection is null)
            {
                database = await PostgresDatabase.Create();
                var role = await database.RoleOwningSchema("execution");
                await using var source = ServiceDataSource.Create(role, "execution");
                await Migrator.Run(source, "execution", typeof(PostgresPaperBook).Assembly, default);
                connection = role;
            }
            return ServiceDataSource.Create(connection, "execution");
        }
        finally
        {
            Gate.Release();
        }
    }

    [OneTimeTearDown]
    public async Task Drop()
    {
        if (database is not null) await database.DisposeAsync();
    }
}
