using System.Runtime.CompilerServices;
using Dapper;
using Superintel.Risk.Portfolio.Accruals;
using Superintel.Risk.Portfolio.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Adapters.Portfolio.Postgres;

public sealed class PostgresAccruals(DbSession session) : IAccruals
{
    private const string Insert = """
        INSERT INTO accrual (pair_id, instrument_id, kind, cause, units, price, rate, charged_from, charged_until, amount, currency)
        VALUES (@PairId, @InstrumentId, @Kind, @Cause, @Units, @Price, @Rate, @ChargedFrom, @ChargedUntil, @Amount, @Currency)
        ON CONFLICT DO NOTHING
        """;

    private const string Select = """
        SELECT pair_id AS PairId, instrument_id AS InstrumentId, kind, cause, units, price, rate, charged_from AS ChargedFrom,
            charged_until AS ChargedUntil, amount, currency
        FROM accrual ORDER BY sequence
        """;

    public async ValueTask<bool> TryAppend(Accrual accrual, CancellationToken ct) =>
        await session.Execute(Insert, AccrualRow.Of(accrual), ct) == 1;

    public async IAsyncEnumerable<Accrual> All([EnumeratorCancellation] CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var rows = connection.QueryUnbufferedAsync<AccrualRow>(Select, transaction: session.Transaction);
        await foreach (var row in rows.WithCancellation(ct)) yield return row.ToAccrual();
    }
}
