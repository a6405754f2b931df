using Dapper;
using Npgsql;

namespace Superintel.ServiceDefaults.Storage;

/// <summary>The service's connections: its own schema first, so that SQL names tables without one.</summary>
public static class ServiceDataSource
{
    /// <param name="connectionString">ConnectionStrings:postgres.</param>
    /// <param name="schema">The service's name.</param>
    /// <exception cref="InvalidOperationException">There is no connection string.</exception>
    public static NpgsqlDataSource Create(string? connectionString, string schema)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
            throw new InvalidOperationException("ConnectionStrings:postgres is missing.");
        UtcDateTimeOffset.Register();
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        // public holds TimescaleDB's functions.
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = $"{schema},public", ApplicationName = schema };
        return NpgsqlDataSource.Create(settings.ConnectionString);
    }
}
