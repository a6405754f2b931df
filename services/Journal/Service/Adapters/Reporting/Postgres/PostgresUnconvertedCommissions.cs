using Dapper;
using Superintel.Journal.Reporting;
using Superintel.Journal.Reporting.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Journal.Service.Adapters.Reporting.Postgres;

/// <summary>Unconverted commissions in PostgreSQL.</summary>
public sealed class PostgresUnconvertedCommissions(DbSession session) : IUnconvertedCommissions
{
    public async Task Add(UnconvertedCommission paid, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO unconverted_commission (decision_id, pair_id, currency, amount) VALUES (@DecisionId, @PairId, @Currency, @Amount)
            ON CONFLICT (decision_id, currency) DO UPDATE SET amount = unconverted_commission.amount + excluded.amount
            """,
            paid, session.Transaction, cancellationToken: ct));
    }

    public Task<IReadOnlyList<UnconvertedCommission>> Of(IReadOnlyCollection<string> decisions, CancellationToken ct) => Rows(
        """
        SELECT decision_id, pair_id, currency, amount FROM unconverted_commission WHERE decision_id = ANY(@decisions)
        ORDER BY decision_id, currency
        """,
        new { decisions = decisions.ToArray() },
        ct);

    public Task<IReadOnlyList<UnconvertedCommission>> ByPair(CancellationToken ct) => Rows(
        """
        SELECT '' AS decision_id, pair_id, currency, sum(amount) AS amount FROM unconverted_commission
        GROUP BY pair_id, currency ORDER BY pair_id, currency
        """,
        null,
        ct);

    private async Task<IReadOnlyList<UnconvertedCommission>> Rows(string sql, object? parameters, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        return (await connection.QueryAsync<UnconvertedCommission>(new CommandDefinition(
            sql, parameters, session.Transaction, cancellationToken: ct))).AsList();
    }
}
