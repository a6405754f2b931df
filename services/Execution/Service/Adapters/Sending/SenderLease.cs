using Npgsql;

namespace Superintel.Execution.Service.Adapters.Sending;

/// <summary>
/// Only one instance of the service sends: it alone may take a submitted order for one left behind by a crash. Held as a session lock of
/// PostgreSQL, which a dead process loses by itself.
/// </summary>
internal sealed class SenderLease(NpgsqlDataSource source) : IAsyncDisposable
{
    private const string Take = "SELECT pg_try_advisory_lock(hashtext(current_schema() || '.sender'))";
    private NpgsqlConnection? held;

    /// <returns>False: another instance sends.</returns>
    public async Task<bool> Hold(CancellationToken ct)
    {
        if (held is not null && await IsAlive(held, "SELECT 1", ct)) return true;
        await DisposeAsync();
        var connection = await source.OpenConnectionAsync(ct);
        await using var take = new NpgsqlCommand(Take, connection);
        if (await take.ExecuteScalarAsync(ct) is true)
        {
            held = connection;
            return true;
        }
        await connection.DisposeAsync();
        return false;
    }

    public async ValueTask DisposeAsync()
    {
        if (held is not { } connection) return;
        held = null;
        // Asked for, since a pooled connection would keep the lock until it is used again.
        await IsAlive(connection, "SELECT pg_advisory_unlock_all()", CancellationToken.None);
        await connection.DisposeAsync();
    }

    private static async Task<bool> IsAlive(NpgsqlConnection connection, string probe, CancellationToken ct)
    {
        try
        {
            await using var command = new NpgsqlCommand(probe, connection);
            await command.ExecuteNonQueryAsync(ct);
            return true;
        }
        catch (NpgsqlException)
        {
            return false; // and with the connection, the lock is gone
        }
    }
}
