using System.Reflection;
using Dapper;
using Npgsql;

namespace Superintel.ServiceDefaults.Storage;

/// <summary>Brings a service's schema up to date: each migration once, in order, all in one transaction, one process at a time.</summary>
public static class Migrator
{
    private const string Prepare = """
        DO $$
        BEGIN
            PERFORM pg_advisory_xact_lock(hashtext('superintel.timescaledb'));
            -- Asked first: creating the extension where its library is not preloaded ends the connection.
            IF current_setting('timescaledb.disable_load', true) IS NOT NULL
               AND EXISTS (SELECT FROM pg_available_extensions WHERE name = 'timescaledb')
               AND NOT EXISTS (SELECT FROM pg_extension WHERE extname = 'timescaledb') THEN
                CREATE EXTENSION timescaledb WITH SCHEMA public;
            END IF;
        EXCEPTION WHEN insufficient_privilege THEN
            RAISE NOTICE 'timescaledb is offered but may not be created by this role; tables are partitioned natively';
        END $$;
        CREATE TABLE IF NOT EXISTS migration (
            source text NOT NULL,
            number integer NOT NULL,
            name text NOT NULL,
            checksum text NOT NULL,
            applied_at timestamptz NOT NULL DEFAULT now(),
            PRIMARY KEY (source, number));
        """;

    /// <param name="schema">The service's name. Made when missing; a role that owns its schema needs no right on the database.</param>
    /// <returns>How many migrations were applied.</returns>
    /// <exception cref="InvalidOperationException">An applied migration's text has changed since.</exception>
    public static async Task<int> Run(NpgsqlDataSource source, string schema, Assembly assembly, CancellationToken ct)
    {
        var wanted = Migration.Of(typeof(Migrator).Assembly, "defaults");
        if (assembly != typeof(Migrator).Assembly) wanted = [.. wanted, .. Migration.Of(assembly, schema)];
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition(
            "SELECT pg_advisory_xact_lock(hashtext(@schema || '.migration'))", new { schema }, transaction, cancellationToken: ct));
        var exists = await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = @schema)", new { schema }, transaction, cancellationToken: ct));
        if (!exists) await Execute(connection, $"CREATE SCHEMA \"{schema}\"", ct);
        await Execute(connection, Prepare, ct);
        var applied = 0;
        foreach (var migration in wanted)
        {
            if (await Apply(connection, migration, ct)) applied++;
        }

        await transaction.CommitAsync(ct);
        return applied;
    }

    private static async Task<bool> Apply(NpgsqlConnection connection, Migration migration, CancellationToken ct)
    {
        var known = await connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            "SELECT checksum FROM migration WHERE source = @Source AND number = @Number", migration, cancellationToken: ct));
        if (known == migration.Checksum) return false;
        if (known is not null)
            throw new InvalidOperationException(
                $"{migration.Source}: migration {migration.Name} was changed after it had been applied; add a new one.");
        await Execute(connection, migration.Sql, ct);
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO migration (source, number, name, checksum) VALUES (@Source, @Number, @Name, @Checksum)", migration,
                cancellationToken: ct));
        return true;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
