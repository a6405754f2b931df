using Superintel.Risk.Limits;
using Superintel.Risk.Limits.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Adapters.Limits.Postgres;

public sealed class PostgresLimitHistory(DbSession session) : ILimitHistory
{
    public async ValueTask Append(LimitMove move, CancellationToken ct) => await session.Execute(
        """
        INSERT INTO risk_limit_change (name, version, old_value, new_value, reason, changed_by, changed_at)
        VALUES (@Name, @Version, @OldValue, @NewValue, @Reason, @By, @At)
        """,
        move,
        ct);

    public async ValueTask<IReadOnlyList<LimitMove>> Of(string name, int limit, CancellationToken ct) => await session.Rows<LimitMove>(
        """
        SELECT name, version, old_value AS "OldValue", new_value AS "NewValue", reason, changed_by AS "By", changed_at AS "At"
        FROM risk_limit_change WHERE name = @name ORDER BY version DESC LIMIT @limit
        """,
        new { name, limit },
        ct);
}
