using Dapper;
using Superintel.Execution.Execution.External;
using Superintel.Execution.Execution.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Adapters.Execution.Postgres;

internal sealed class PostgresExternalHoldings(DbSession session) : IExternalHoldings
{
    private const string Select = """
        SELECT venue, account, instrument_id AS InstrumentId, quantity, acknowledged_by AS By, reason, acknowledged_at AS At, version
        FROM external_holding ORDER BY instrument_id COLLATE "C", venue COLLATE "C", account COLLATE "C"
        """;

    private const string Upsert = """
        INSERT INTO external_holding (venue, account, instrument_id, quantity, acknowledged_by, reason, acknowledged_at, version)
        VALUES (@Venue, @Account, @InstrumentId, @Quantity, @By, @Reason, @At, @Version)
        ON CONFLICT (instrument_id, venue, account) DO UPDATE SET
            quantity = excluded.quantity, acknowledged_by = excluded.acknowledged_by, reason = excluded.reason,
            acknowledged_at = excluded.acknowledged_at, version = excluded.version
        """;

    public async ValueTask<IReadOnlyList<ExternalHolding>> All(CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var query = new CommandDefinition(Select, null, session.Transaction, cancellationToken: ct);
        return [.. (await connection.QueryAsync<ExternalHoldingRow>(query)).Select(row => row.ToHolding())];
    }

    public async ValueTask Save(ExternalHolding holding, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var row = ExternalHoldingRow.Of(holding);
        await connection.ExecuteAsync(new CommandDefinition(Upsert, row, session.Transaction, cancellationToken: ct));
    }
}
