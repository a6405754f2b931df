using Superintel.Risk.Limits;
using Superintel.Risk.Limits.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Adapters.Limits.Postgres;

public sealed class PostgresLimits(DbSession session) : ILimits
{
    public async ValueTask<IReadOnlyList<RiskLimit>> Changed(CancellationToken ct)
    {
        var rows = await session.Rows<RiskLimitRow>(
            "SELECT name, value, version, changed_by AS ChangedBy, changed_at AS ChangedAt FROM risk_limit ORDER BY name", null, ct);
        return [.. rows.Select(row => row.ToLimit()).OfType<RiskLimit>()];
    }

    public async ValueTask<bool> TrySave(RiskLimit limit, CancellationToken ct) => await session.Execute(
        """
        INSERT INTO risk_limit AS known (name, value, version, changed_by, changed_at)
        SELECT @Name, @Value, @Version, @ChangedBy, @ChangedAt WHERE @Version = 1 OR EXISTS (SELECT FROM risk_limit WHERE name = @Name)
        ON CONFLICT (name) DO UPDATE SET
            value = excluded.value, version = excluded.version, changed_by = excluded.changed_by, changed_at = excluded.changed_at
        WHERE known.version = excluded.version - 1
        """,
        new { limit.Name, limit.Value, limit.Version, limit.ChangedBy, limit.ChangedAt },
        ct) == 1;
}
