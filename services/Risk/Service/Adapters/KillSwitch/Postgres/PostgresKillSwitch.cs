using Superintel.Risk.KillSwitch;
using Superintel.Risk.KillSwitch.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Adapters.KillSwitch.Postgres;

public sealed class PostgresKillSwitch(DbSession session) : IKillSwitch
{
    public async ValueTask<SwitchPosition> Current(CancellationToken ct) => (await session.Row<SwitchRow>(
        "SELECT state, flatten, target, reason, moved_by AS MovedBy, moved_at AS MovedAt, version FROM kill_switch", null, ct))
        ?.ToPosition() ?? SwitchPosition.Initial;

    public async ValueTask<bool> TrySave(SwitchPosition position, CancellationToken ct) => await session.Execute(
        """
        INSERT INTO kill_switch AS known (state, flatten, target, reason, moved_by, moved_at, version)
        SELECT @State, @Flatten, @Target, @Reason, @MovedBy, @MovedAt, @Version WHERE @Version = 1 OR EXISTS (SELECT FROM kill_switch)
        ON CONFLICT (one_row) DO UPDATE SET
            state = excluded.state, flatten = excluded.flatten, target = excluded.target, reason = excluded.reason,
            moved_by = excluded.moved_by, moved_at = excluded.moved_at, version = excluded.version
        WHERE known.version = excluded.version - 1
        """,
        SwitchRow.Of(position),
        ct) == 1;
}
