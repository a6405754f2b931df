using Npgsql;

namespace Superintel.Execution.Service.Adapters.Sending;

/// <summary>
/// Only one instance of the service sends: it alone may take a submitted order for one left behind by a crash. Held as a session lock of
/// PostgreSQL, which a dead process loses by itself.
/// </summary>
internal sealed class SenderLease(NpgsqlDataSource source) : IAsyncDisposable
{
    private const string Take = "SELECT pg_try_advisory_lock(hashtext(current_schema() || '.sender'))";
    private const string Count = "SELECT nextval('sender_lease')";
    private NpgsqlConnection? held;
    private long number;

    /// <summary>Another one whenever somebody else may have sent since it was held last: what this process remembers of its orders may be
    /// overtaken.</summary>
    public long Line { get; private set; }

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
            return await Note(connection, ct);
        }
        await connection.DisposeAsync();
        return false;
    }

    private async Task<bool> Note(NpgsqlConnection connection, CancellationToken ct)
    {
        try
        {
            await using var count = new NpgsqlCommand(Count, connection);
            var next = (long)(await count.ExecuteScalarAsync(ct))!;
            if (next != number + 1) Line = next;
            number = next;
            return true;
        }
        catch
        {
            await DisposeAsync(); // held and not counted, it would be taken for the holding before
            throw;
        }
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
        catch (Exception failure) when (failure is NpgsqlException or InvalidOperationException) // the latter: it is broken
        {
            return false; // and with the connection, the lock is gone
        }
    }
}
