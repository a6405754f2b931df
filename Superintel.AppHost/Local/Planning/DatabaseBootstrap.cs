using Npgsql;
using Superintel.AppHost.Database;

namespace Superintel.AppHost.Local.Planning;

/// <summary>Makes the fleet's database, and in it each service's role and schema. Safe to run at every start.</summary>
/// <param name="port">PostgreSQL's port on the loopback.</param>
/// <param name="password">Its superuser's.</param>
/// <param name="roles">Each service's role and password.</param>
public sealed class DatabaseBootstrap(int port, string password, IReadOnlyDictionary<string, string> roles)
{
    /// <summary>Connection string of the superuser to the server's own database.</summary>
    public string Administration { get; } = new NpgsqlConnectionStringBuilder
    {
        Host = Addresses.Host,
        Port = port,
        Username = "postgres",
        Password = password,
        Database = "postgres",
        Pooling = false,
    }.ConnectionString;

    public async Task Run(CancellationToken cancellationToken)
    {
        await using (var server = new NpgsqlConnection(Administration))
        {
            await server.OpenAsync(cancellationToken);
            await using var exists = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", server);
            exists.Parameters.AddWithValue(Fleet.Database);
            if (await exists.ExecuteScalarAsync(cancellationToken) is null)
            {
                await using var create = new NpgsqlCommand($"CREATE DATABASE {Fleet.Database}", server);
                await create.ExecuteNonQueryAsync(cancellationToken);
            }
        }

        var session = new NpgsqlConnectionStringBuilder(Administration)
        {
            Database = Fleet.Database,
            Options = DatabaseRoles.Settings(roles),
        };
        await using var database = new NpgsqlConnection(session.ConnectionString);
        await database.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(DatabaseRoles.Sql, database);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
