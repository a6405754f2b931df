using Npgsql;

namespace Superintel.TestKit;

/// <summary>A database of its own for one test, dropped at the end.</summary>
public sealed class PostgresDatabase : IAsyncDisposable
{
    private readonly string name;

    private PostgresDatabase(string name) => this.name = name;

    /// <summary>Connects as the superuser.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder(TestServers.Postgres) { Database = name }.ConnectionString;

    public static async Task<PostgresDatabase> Create()
    {
        var database = new PostgresDatabase($"test_{Guid.NewGuid():N}");
        await Administer($"CREATE DATABASE {database.name}");
        return database;
    }

    /// <summary>A role that owns the schema of its own name and nothing else, as a service has in production.</summary>
    /// <returns>A connection string for it.</returns>
    public async Task<string> RoleOwningSchema(string schema)
    {
        var role = $"{name}_{schema}";
        var password = Guid.NewGuid().ToString("N");
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using var command =
            source.CreateCommand($"CREATE ROLE {role} LOGIN PASSWORD '{password}'; CREATE SCHEMA {schema} AUTHORIZATION {role}");
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(ConnectionString) { Username = role, Password = password }.ConnectionString;
    }

    public async ValueTask DisposeAsync() => await Administer($"DROP DATABASE {name} WITH (FORCE)");

    private static async Task Administer(string sql)
    {
        await using var connection =
            new NpgsqlConnection(new NpgsqlConnectionStringBuilder(TestServers.Postgres) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
