using Npgsql;
using Superintel.AppHost.Local.Parts;

namespace Superintel.AppHost.Local.Probes;

/// <summary>Ready when it accepts a login and answers a query (during recovery it accepts neither).</summary>
public sealed class PostgresProbe(string connectionString) : IProbe
{
    private readonly string connectionString =
        new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, Timeout = 2, CommandTimeout = 2 }.ConnectionString;

    public async Task<ProbeAnswer> Ask(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand("SELECT 1", connection);
            await command.ExecuteScalarAsync(cancellationToken);
            return ProbeAnswer.Ready;
        }
        catch (NpgsqlException failure)
        {
            return ProbeAnswer.Not(failure.Message);
        }
    }
}
