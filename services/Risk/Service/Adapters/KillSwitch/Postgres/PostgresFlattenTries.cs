using Superintel.Risk.KillSwitch;
using Superintel.Risk.KillSwitch.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Adapters.KillSwitch.Postgres;

public sealed class PostgresFlattenTries(DbSession session) : IFlattenTries
{
    public async ValueTask<IReadOnlyList<FlattenTry>> Of(long version, CancellationToken ct)
    {
        var rows = await session.Rows<FlattenTryRow>(
            """
            SELECT version, pair_id AS PairId, cleared, placed, denied, cleared_at AS ClearedAt, gave_up AS GaveUp
            FROM flatten_try WHERE version = @version ORDER BY pair_id
            """,
            new { version },
            ct);
        return [.. rows.Select(row => row.ToTry())];
    }

    public async ValueTask Save(FlattenTry one, CancellationToken ct) => await session.Execute(
        """
        INSERT INTO flatten_try (version, pair_id, cleared, placed, denied, cleared_at, gave_up)
        VALUES (@Version, @PairId, @Cleared, @Placed, @Denied, @ClearedAt, @GaveUp)
        ON CONFLICT (pair_id) DO UPDATE SET
            version = excluded.version, cleared = excluded.cleared, placed = excluded.placed, denied = excluded.denied,
            cleared_at = excluded.cleared_at, gave_up = excluded.gave_up
        """,
        one,
        ct);
}
