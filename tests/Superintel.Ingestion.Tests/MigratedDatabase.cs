using Npgsql;
using Superintel.Ingestion.Service;
using Superintel.ServiceDefaults.Storage;
using Superintel.TestKit;

namespace Superintel.Ingestion.Tests;

/// <summary>One migrated, empty database for all contract suites.</summary>
[SetUpFixture]
internal sealed class MigratedDatabase
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static PostgresDatabase? database;
#pragma warning disable NUnit1032 // Drop disposes of it: the analyzer does not follow awaited disposal of statics.
    private static NpgsqlDataSource? source;
#pragma warning restore NUnit1032

    public static async Task<NpgsqlDataSource> Source()
    {
        await Gate.WaitAsync();
        try
        {
            if (source is not null) return source;
            database = await PostgresDatabase.Create();
            source = ServiceDataSource.Create(await database.RoleOwningSchema("ingestion"), "ingestion");
            await Migrator.Run(source, "ingestion", typeof(IngestionService).Assembly, CancellationToken.None);
            return source;
        }
        finally
        {
            Gate.Release();
        }
    }

    [OneTimeTearDown]
    public async Task Drop()
    {
        if (source is not null) await source.DisposeAsync();
        if (database is not null) await database.DisposeAsync();
    }
}
