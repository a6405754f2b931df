using Dapper;
using Superintel.Execution.Execution.Fills;
using Superintel.Execution.Execution.Ports;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Adapters.Execution.Postgres;

internal sealed class PostgresFillLedger(DbSession session) : IFillLedger
{
    private const string Select = """
        SELECT sequence, venue, account, execution_id AS ExecutionId, client_order_id AS ClientOrderId, decision_id AS DecisionId,
            pair_id AS PairId, leg, instrument_id AS InstrumentId, side, quantity, price, commission,
            commission_currency AS CommissionCurrency,
            slippage, currency, cumulative_quantity AS CumulativeQuantity, leaves_quantity AS LeavesQuantity, filled_at AS FilledAt,
            fee_quantity AS FeeQuantity, withheld_quantity AS WithheldQuantity, kind, revision,
            commission_pending AS CommissionPending
        FROM fill
        """;

    private const string Insert = """
        INSERT INTO fill (venue, account, execution_id, client_order_id, decision_id, pair_id, leg, instrument_id, side, quantity, price,
            commission, commission_currency, slippage, currency, cumulative_quantity, leaves_quantity, filled_at, fee_quantity,
            withheld_quantity, kind, revision, commission_pending)
        VALUES (@Venue, @Account, @ExecutionId, @ClientOrderId, @DecisionId, @PairId, @Leg, @InstrumentId, @Side, @Quantity, @Price,
            @Commission, @CommissionCurrency, @Slippage, @Currency, @CumulativeQuantity, @LeavesQuantity, @FilledAt,
            @FeeQuantity, @WithheldQuantity, @Kind, @Revision, @CommissionPending)
        ON CONFLICT (venue, account, execution_id, revision, kind) DO NOTHING
        """;

    public async ValueTask<bool> Append(Fill fill, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var insert = new CommandDefinition(Insert, FillRow.Of(fill), session.Transaction, cancellationToken: ct);
        return await connection.ExecuteAsync(insert) == 1;
    }

    public async ValueTask<IReadOnlyList<Fill>> Of(ClientOrderId order, CancellationToken ct)
    {
        var rows = await Rows($"{Select} WHERE client_order_id = @id ORDER BY sequence", new { id = order.Value }, ct);
        return [.. rows.Select(row => row.ToFill())];
    }

    public async ValueTask<IReadOnlyList<LedgerFill>> List(FillQuery query, CancellationToken ct)
    {
        var sql = $"""
            {Select} WHERE (@before::bigint IS NULL OR sequence < @before) AND (@decision::text IS NULL OR decision_id = @decision)
            ORDER BY sequence DESC LIMIT @limit
            """;
        var rows = await Rows(sql, new { before = query.Before, decision = query.DecisionId?.Value, limit = query.Limit }, ct);
        return [.. rows.Select(row => row.ToListed())];
    }

    public async ValueTask<IReadOnlyList<NetPosition>> Positions(CancellationToken ct)
    {
        const string sql = """
            SELECT venue, account, instrument_id, sum(CASE side WHEN 'Buy' THEN quantity ELSE -quantity END - fee_quantity)
            FROM fill GROUP BY venue, account, instrument_id
            HAVING sum(CASE side WHEN 'Buy' THEN quantity ELSE -quantity END - fee_quantity) <> 0
            ORDER BY venue COLLATE "C", account COLLATE "C", instrument_id COLLATE "C"
            """;
        var connection = await session.Open(ct);
        var rows = await connection.QueryAsync<(string Venue, string Account, string Instrument, decimal Quantity)>(
            new CommandDefinition(sql, transaction: session.Transaction, cancellationToken: ct));
        return [.. rows.Select(row => new NetPosition(row.Venue, row.Account, InstrumentId.Parse(row.Instrument), row.Quantity))];
    }

    private async Task<IEnumerable<FillRow>> Rows(string sql, object parameters, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        return await connection.QueryAsync<FillRow>(new CommandDefinition(sql, parameters, session.Transaction, cancellationToken: ct));
    }
}
