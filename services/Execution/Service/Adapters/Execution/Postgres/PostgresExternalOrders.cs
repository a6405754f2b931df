using Dapper;
using Superintel.Execution.Execution.External;
using Superintel.Execution.Execution.Ports;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Adapters.Execution.Postgres;

internal sealed class PostgresExternalOrders(DbSession session) : IExternalOrders
{
    private const string Select = """
        SELECT sequence, external_order_id AS Id, venue, account, venue_order_id AS VenueOrderId, client_order_id AS Name,
            instrument_id AS InstrumentId, side, quantity, filled_quantity AS FilledQuantity, state, text, first_seen_at AS FirstSeenAt,
            ended_at AS EndedAt, acknowledged_by AS AcknowledgedBy, acknowledged_at AS AcknowledgedAt, version,
            missing_since AS MissingSince
        FROM external_order
        """;

    private const string Upsert = """
        INSERT INTO external_order (external_order_id, venue, account, venue_order_id, client_order_id, instrument_id, side, quantity,
            filled_quantity, state, text, first_seen_at, ended_at, acknowledged_by, acknowledged_at, version,
            missing_since)
        VALUES (@Id, @Venue, @Account, @VenueOrderId, @Name, @InstrumentId, @Side, @Quantity, @FilledQuantity, @State, @Text,
            @FirstSeenAt, @EndedAt, @AcknowledgedBy, @AcknowledgedAt, @Version,
            @MissingSince)
        ON CONFLICT (external_order_id) DO UPDATE SET
            side = excluded.side, quantity = excluded.quantity, filled_quantity = excluded.filled_quantity, state = excluded.state,
            text = excluded.text, ended_at = excluded.ended_at, acknowledged_by = excluded.acknowledged_by,
            acknowledged_at = excluded.acknowledged_at, version = excluded.version, missing_since = excluded.missing_since
        """;

    public async ValueTask<ExternalOrder?> Find(ClientOrderId id, CancellationToken ct) =>
        (await Rows($"{Select} WHERE external_order_id = @id FOR UPDATE", new { id = id.Value }, ct)).FirstOrDefault()?.ToOrder();

    public async ValueTask<IReadOnlyList<ExternalOrder>> Working(CancellationToken ct)
    {
        var sql = $"{Select} WHERE state IN ('Accepted', 'PartiallyFilled') ORDER BY external_order_id COLLATE \"C\"";
        return [.. (await Rows(sql, new { }, ct)).Select(row => row.ToOrder())];
    }

    public async ValueTask<IReadOnlyList<ListedExternalOrder>> List(ExternalOrderQuery query, CancellationToken ct)
    {
        var sql = $"""
            {Select} WHERE (@before::bigint IS NULL OR sequence < @before) AND (@state::text IS NULL OR state = @state)
            ORDER BY sequence DESC LIMIT @limit
            """;
        var rows = await Rows(sql, new { before = query.Before, state = query.State?.ToString(), limit = query.Limit }, ct);
        return [.. rows.Select(row => row.ToListed())];
    }

    public async ValueTask Save(ExternalOrder order, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var row = ExternalOrderRow.Of(order);
        await connection.ExecuteAsync(new CommandDefinition(Upsert, row, session.Transaction, cancellationToken: ct));
    }

    private async Task<IEnumerable<ExternalOrderRow>> Rows(string sql, object parameters, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var query = new CommandDefinition(sql, parameters, session.Transaction, cancellationToken: ct);
        return await connection.QueryAsync<ExternalOrderRow>(query);
    }
}
