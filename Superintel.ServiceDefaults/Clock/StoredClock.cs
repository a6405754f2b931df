using Dapper;
using Npgsql;
using Superintel.Contracts.Events;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.ServiceDefaults.Clock;

/// <summary>Keeps the replayed time across restarts: stored in the transaction of the slice that moved it.</summary>
internal static class StoredClock
{
    public static async Task Load(FleetClock clock, NpgsqlDataSource source, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var stored = await connection.QuerySingleOrDefaultAsync<DateTimeOffset?>(
            new CommandDefinition("SELECT now FROM clock", cancellationToken: ct));
        if (stored is { } now) clock.Advance(now);
    }

    public static async Task Follow(FleetClock clock, IEvent happened, DbSession session, CancellationToken ct)
    {
        if (!clock.Observe(happened)) return;
        var connection = await session.Open(ct);
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO clock (now) VALUES (@now) ON CONFLICT (singleton) DO UPDATE SET now = greatest(clock.now, excluded.now)",
            new { now = clock.GetUtcNow() },
            cancellationToken: ct));
    }
}
