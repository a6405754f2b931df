using Npgsql;
using NpgsqlTypes;
using Superintel.Journal.Reporting;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Journal.Service.Adapters.Reporting.Postgres;

/// <summary>Writes the last state of a transaction's decisions in one go, at the latest with its commit.</summary>
internal sealed class DecisionWriter(DbSession session)
{
    private const string Upsert = """
        INSERT INTO decision (decision_id, pair_id, intent, status, currency, pnl, fills, trace_id, first_at, last_at)
        SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (decision_id) DO UPDATE SET pair_id = excluded.pair_id, intent = excluded.intent, status = excluded.status,
            currency = excluded.currency, pnl = excluded.pnl, fills = excluded.fills, last_at = excluded.last_at
        """;

    // Rows locked in the same order by everyone.
    private readonly SortedDictionary<string, DecisionSummary> waiting = new(StringComparer.Ordinal);
    private bool isAnnounced;

    public void Add(DecisionSummary decision)
    {
        waiting[decision.DecisionId] = decision;
        if (isAnnounced) return;
        session.BeforeCommit((_, ct) => Write(ct));
        isAnnounced = true;
    }

    public async Task Write(CancellationToken ct)
    {
        if (waiting.Count == 0) return;
        await using var upsert = new NpgsqlCommand(Upsert, await session.Open(ct), session.Transaction);
        Column(decision => decision.DecisionId, NpgsqlDbType.Text);
        Column(decision => decision.PairId, NpgsqlDbType.Text);
        Column(decision => decision.Intent, NpgsqlDbType.Text);
        Column(decision => (int)decision.Status, NpgsqlDbType.Integer);
        Column(decision => decision.Currency, NpgsqlDbType.Text);
        Column(decision => decision.Pnl, NpgsqlDbType.Numeric);
        Column(decision => decision.Fills, NpgsqlDbType.Integer);
        Column(decision => decision.TraceId, NpgsqlDbType.Text);
        Column(decision => decision.FirstAt, NpgsqlDbType.TimestampTz);
        Column(decision => decision.LastAt, NpgsqlDbType.TimestampTz);
        await upsert.ExecuteNonQueryAsync(ct);
        waiting.Clear();

        void Column<T>(Func<DecisionSummary, T> value, NpgsqlDbType type) =>
            upsert.Parameters.Add(ArrayParameter.Of(waiting.Values.Select(value), type));
    }
}
