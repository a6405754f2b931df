using Dapper;
using Superintel.Journal.Reporting;
using Superintel.Journal.Reporting.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Journal.Service.Adapters.Reporting.Postgres;

/// <summary>Decisions in PostgreSQL.</summary>
public sealed class PostgresDecisions(DbSession session) : IDecisions
{
    private const string Columns = "decision_id, pair_id, intent, status, currency, pnl, fills, trace_id, first_at, last_at";

    public async Task<DecisionSummary?> Find(string decisionId, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        return await connection.QuerySingleOrDefaultAsync<DecisionSummary>(new CommandDefinition(
            $"SELECT {Columns} FROM decision WHERE decision_id = @decisionId", new { decisionId }, session.Transaction,
                cancellationToken: ct));
    }

    public async Task Save(DecisionSummary decision, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        await connection.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO decision ({Columns})
            VALUES (@DecisionId, @PairId, @Intent, @Status, @Currency, @Pnl, @Fills, @TraceId, @FirstAt, @LastAt)
            ON CONFLICT (decision_id) DO UPDATE SET pair_id = excluded.pair_id, intent = excluded.intent, status = excluded.status,
                currency = excluded.currency, pnl = excluded.pnl, fills = excluded.fills, last_at = excluded.last_at
            """,
            decision, session.Transaction, cancellationToken: ct));
    }

    public async Task<IReadOnlyList<DecisionSummary>> Newest(DecisionStatus? status, DecisionPosition? after, int count,
        CancellationToken ct)
    {
        var filter = status is null ? "" : "AND status = @status";
        var page = after is null ? "" : "AND (first_at, decision_id COLLATE \"C\") < (@FirstAt, @DecisionId)";
        var connection = await session.Open(ct);
        return (await connection.QueryAsync<DecisionSummary>(new CommandDefinition(
            $"""
            SELECT {Columns} FROM decision WHERE true {filter} {page}
            ORDER BY first_at DESC, decision_id COLLATE "C" DESC LIMIT @count
            """,
            new { status, after?.FirstAt, after?.DecisionId, count }, session.Transaction, cancellationToken: ct))).AsList();
    }

    public async Task<IReadOnlyList<PairPnl>> PnlByPair(CancellationToken ct)
    {
        var connection = await session.Open(ct);
        return (await connection.QueryAsync<PairPnl>(new CommandDefinition(
            """
            SELECT pair_id, currency, sum(pnl) AS pnl, count(*)::integer AS decisions, sum(fills)::integer AS fills
            FROM decision WHERE fills > 0 GROUP BY pair_id, currency ORDER BY sum(pnl) DESC, pair_id COLLATE "C"
            """,
            transaction: session.Transaction, cancellationToken: ct))).AsList();
    }
}
