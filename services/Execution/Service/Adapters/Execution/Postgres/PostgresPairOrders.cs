using Dapper;
using Superintel.Execution.Execution.Pairs;
using Superintel.Execution.Execution.Ports;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Adapters.Execution.Postgres;

internal sealed class PostgresPairOrders(DbSession session) : IPairOrders
{
    private const string Select = """
        SELECT clearance_id AS ClearanceId, decision_id AS DecisionId, pair_id AS PairId, intent, policy, created_at AS CreatedAt,
            patience_until AS PatienceUntil, status, outcome, detail, closed_at AS ClosedAt,
            cleared_until AS ClearedUntil
        FROM pair_order
        """;

    private const string Upsert = """
        INSERT INTO pair_order (clearance_id, decision_id, pair_id, intent, policy, created_at, patience_until, status, outcome, detail,
            closed_at, cleared_until)
        VALUES (@ClearanceId, @DecisionId, @PairId, @Intent, @Policy, @CreatedAt, @PatienceUntil, @Status, @Outcome, @Detail, @ClosedAt,
            @ClearedUntil)
        ON CONFLICT (clearance_id) DO UPDATE SET
            status = excluded.status, outcome = excluded.outcome, detail = excluded.detail, closed_at = excluded.closed_at
        """;

    public async ValueTask<PairOrder?> Find(ClearanceId clearance, CancellationToken ct) =>
        (await Rows($"{Select} WHERE clearance_id = @id FOR UPDATE", new { id = clearance.Value }, ct)).FirstOrDefault();

    public async ValueTask<IReadOnlyList<PairOrder>> Open(CancellationToken ct) =>
        await Rows($"{Select} WHERE status <> 'Closed' ORDER BY clearance_id COLLATE \"C\"", new { }, ct);

    public async ValueTask Save(PairOrder pair, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        await connection.ExecuteAsync(new CommandDefinition(Upsert, PairOrderRow.Of(pair), session.Transaction, cancellationToken: ct));
    }

    private async Task<List<PairOrder>> Rows(string sql, object parameters, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var query = new CommandDefinition(sql, parameters, session.Transaction, cancellationToken: ct);
        var rows = await connection.QueryAsync<PairOrderRow>(query);
        return [.. rows.Select(row => row.ToPair())];
    }
}
