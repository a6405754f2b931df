using Dapper;
using Superintel.Contracts.Events;
using Superintel.Journal.Reporting;
using Superintel.Journal.Reporting.Ports;
using Superintel.ServiceDefaults.Messaging;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Journal.Service.Adapters.Reporting.Postgres;

/// <summary>
/// Decisions in PostgreSQL. The decisions of a delivered group are read in one question; what is saved is written with the commit, or when
/// it is read in another way before.
/// </summary>
public sealed class PostgresDecisions(DbSession session, DeliveryGroup group) : IDecisions
{
    private const string Columns = "decision_id, pair_id, intent, status, currency, pnl, fills, trace_id, first_at, last_at";

    private readonly Dictionary<string, DecisionSummary?> known = new(StringComparer.Ordinal);
    private readonly DecisionWriter writer = new(session);

    public async Task<DecisionSummary?> Find(string decisionId, CancellationToken ct)
    {
        if (known.TryGetValue(decisionId, out var found)) return found;
        await Read([decisionId, .. group.Events.OfType<IDecisionEvent>().Select(happened => happened.DecisionId)], ct);
        return known[decisionId];
    }

    public Task Save(DecisionSummary decision, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(decision);
        known[decision.DecisionId] = decision;
        writer.Add(decision);
        return Task.CompletedTask;
    }

    public async Task<IReadOnlyList<DecisionSummary>> Newest(DecisionStatus? status, DecisionPosition? after, int count,
        CancellationToken ct)
    {
        var filter = status is null ? "" : "AND status = @status";
        var page = after is null ? "" : "AND (first_at, decision_id COLLATE \"C\") < (@FirstAt, @DecisionId)";
        await writer.Write(ct);
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
        await writer.Write(ct);
        var connection = await session.Open(ct);
        return (await connection.QueryAsync<PairPnl>(new CommandDefinition(
            """
            SELECT pair_id, currency, sum(pnl) AS pnl, count(*)::integer AS decisions, sum(fills)::integer AS fills
            FROM decision WHERE fills > 0 GROUP BY pair_id, currency ORDER BY sum(pnl) DESC, pair_id COLLATE "C"
            """,
            transaction: session.Transaction, cancellationToken: ct))).AsList();
    }

    private async Task Read(string[] decisionIds, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var stored = await connection.QueryAsync<DecisionSummary>(new CommandDefinition(
            $"SELECT {Columns} FROM decision WHERE decision_id = ANY(@decisionIds)", new { decisionIds }, session.Transaction,
                cancellationToken: ct));
        foreach (var decision in stored) known.TryAdd(decision.DecisionId, decision);
        foreach (var decisionId in decisionIds) known.TryAdd(decisionId, null);
    }
}
