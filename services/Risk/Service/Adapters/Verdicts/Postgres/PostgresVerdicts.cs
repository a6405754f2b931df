using Superintel.Kernel;
using Superintel.Risk.Verdicts;
using Superintel.Risk.Verdicts.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Adapters.Verdicts.Postgres;

public sealed class PostgresVerdicts(DbSession session) : IVerdicts
{
    private const string Select = """
        SELECT decision_id AS DecisionId, pair_id AS PairId, intent, reasons::text AS Reasons, measures::text AS Measures,
            stages::text AS Stages, judged_at AS JudgedAt
        FROM verdict
        """;

    public async ValueTask<RiskVerdict?> Find(DecisionId decision, CancellationToken ct) =>
        (await session.Row<VerdictRow>($"{Select} WHERE decision_id = @id", new { id = decision.Value }, ct))?.ToVerdict();

    public async ValueTask<bool> TryAdd(RiskVerdict verdict, CancellationToken ct) => await session.Execute(
        """
        INSERT INTO verdict (decision_id, pair_id, intent, cleared, reasons, measures, stages, judged_at)
        VALUES (@DecisionId, @PairId, @Intent, @Cleared, @Reasons::jsonb, @Measures::jsonb, @Stages::jsonb, @JudgedAt)
        ON CONFLICT DO NOTHING
        """,
        VerdictRow.Of(verdict),
        ct) == 1;

    public async ValueTask<int> CountClearedEntries(DateTimeOffset since, CancellationToken ct) => await session.Scalar<int>(
        "SELECT count(*)::int FROM verdict WHERE cleared AND intent = 'Open' AND judged_at > @since", new { since }, ct);

    public async ValueTask<IReadOnlyList<RiskVerdict>> Page(VerdictPlace? after, int limit, CancellationToken ct)
    {
        var rows = await session.Rows<VerdictRow>(
            $"""
            {Select} WHERE @at::timestamptz IS NULL OR judged_at < @at OR judged_at = @at AND decision_id > @id
            ORDER BY judged_at DESC, decision_id LIMIT @limit
            """,
            new { at = after?.At, id = after?.DecisionId, limit },
            ct);
        return [.. rows.Select(row => row.ToVerdict())];
    }
}
