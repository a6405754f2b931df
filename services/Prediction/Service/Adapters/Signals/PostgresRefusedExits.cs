using Dapper;
using Superintel.Kernel;
using Superintel.Prediction.Signals;
using Superintel.Prediction.Signals.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Prediction.Service.Adapters.Signals;

/// <summary>Refused closes in PostgreSQL.</summary>
internal sealed class PostgresRefusedExits(DbSession session) : IRefusedExits
{
    private const string Upsert = """
        INSERT INTO refused_exit (pair_id, bar_interval, decision_id, code) VALUES (@pair, @interval, @decision, @code)
        ON CONFLICT (pair_id) DO UPDATE SET
            bar_interval = excluded.bar_interval, decision_id = excluded.decision_id, code = excluded.code
        """;

    public async ValueTask<IReadOnlyList<RefusedExit>> Waiting(BarInterval interval, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var rows = await connection.QueryAsync<(string Pair, string Decision, string Code)>(new CommandDefinition(
            "SELECT pair_id, decision_id, code FROM refused_exit WHERE bar_interval = @interval",
            new { interval = interval.ToString() },
            session.Transaction,
            cancellationToken: ct));
        return
        [
            .. rows.Select(row => new RefusedExit(PairId.Parse(row.Pair), interval, new DecisionId(row.Decision), row.Code))
                .OrderBy(exit => exit.Pair),
        ];
    }

    public ValueTask Save(RefusedExit exit, CancellationToken ct) => Execute(
        Upsert,
        new { pair = exit.Pair.ToString(), interval = exit.Interval.ToString(), decision = exit.Decision.Value, code = exit.Code },
        ct);

    public ValueTask Remove(PairId pair, CancellationToken ct) =>
        Execute("DELETE FROM refused_exit WHERE pair_id = @pair", new { pair = pair.ToString() }, ct);

    private async ValueTask Execute(string sql, object parameters, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        await connection.ExecuteAsync(new CommandDefinition(sql, parameters, session.Transaction, cancellationToken: ct));
    }
}
